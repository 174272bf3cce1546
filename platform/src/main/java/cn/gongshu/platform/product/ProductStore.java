package cn.gongshu.platform.product;

import cn.gongshu.kernel.ProductCode;
import cn.gongshu.platform.act.CanonicalRecord;
import cn.gongshu.platform.act.Document;
import cn.gongshu.platform.product.Product.Filed;
import cn.gongshu.platform.product.Product.LegalGate;
import cn.gongshu.platform.product.Product.RegistrationApplication;
import cn.gongshu.platform.product.Product.TrialPrice;
import cn.gongshu.regulation.MeterKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads the rows of products. */
@Component
class ProductStore {

    private static final String PRODUCTS = """
            SELECT p.code, p.version, v.declaration,
                   r.registrar, r.applied_on, r.document AS r_document, r.organisation AS r_organisation,
                   rf.display_name AS r_officer, r.filed_at AS r_filed_at,
                   g.licence_needed, g.opinion, g.document AS g_document, g.organisation AS g_organisation,
                   gf.display_name AS g_officer, g.filed_at AS g_filed_at,
                   t.fen, t.meter, t.document AS t_document, t.organisation AS t_organisation,
                   tf.display_name AS t_officer, t.filed_at AS t_filed_at
              FROM product p
              JOIN product_version v ON v.product = p.code AND v.version = p.version
              LEFT JOIN LATERAL (SELECT * FROM registration_application WHERE product = p.code
                                  ORDER BY n DESC LIMIT 1) r ON true
              LEFT JOIN LATERAL (SELECT * FROM legal_gate WHERE product = p.code ORDER BY n DESC LIMIT 1) g ON true
              LEFT JOIN LATERAL (SELECT * FROM trial_price WHERE product = p.code ORDER BY n DESC LIMIT 1) t ON true
              LEFT JOIN officer rf ON rf.id = r.officer
              LEFT JOIN officer gf ON gf.id = g.officer
              LEFT JOIN officer tf ON tf.id = t.officer
            """;

    private final JdbcClient db;

    ProductStore(JdbcClient db) {
        this.db = db;
    }

    /** Every product, by its code. */
    List<Product> products() {
        return db.sql(PRODUCTS + " ORDER BY p.code")
                .query(ProductStore::product)
                .list();
    }

    Optional<Product> product(String code) {
        return db.sql(PRODUCTS + " WHERE p.code = ?")
                .param(code)
                .query(ProductStore::product)
                .optional();
    }

    /** The product, locked until the transaction ends. */
    Optional<Product> locked(String code) {
        // Locked first and read after: one statement would read papers as they were before a wait.
        db.sql("SELECT code FROM product WHERE code = ? FOR UPDATE")
                .param(code)
                .query(String.class)
                .optional();
        return product(code);
    }

    private static Product product(ResultSet row, int number) throws SQLException {
        return new Product(
                new ProductCode(row.getString("code")),
                row.getInt("version"),
                CanonicalRecord.read(row.getString("declaration"), ProductDeclaration.class),
                registration(row),
                legalGate(row),
                trialPrice(row));
    }

    private static @Nullable RegistrationApplication registration(ResultSet row) throws SQLException {
        String document = row.getString("r_document");
        return document == null
                ? null
                : new RegistrationApplication(
                        row.getString("registrar"),
                        row.getObject("applied_on", LocalDate.class),
                        document(document),
                        filed(row, "r_"));
    }

    private static @Nullable LegalGate legalGate(ResultSet row) throws SQLException {
        String document = row.getString("g_document");
        return document == null
                ? null
                : new LegalGate(
                        row.getBoolean("licence_needed"),
                        row.getString("opinion"),
                        document(document),
                        filed(row, "g_"));
    }

    private static @Nullable TrialPrice trialPrice(ResultSet row) throws SQLException {
        String document = row.getString("t_document");
        return document == null
                ? null
                : new TrialPrice(
                        row.getLong("fen"),
                        MeterKind.valueOf(row.getString("meter")),
                        document(document),
                        filed(row, "t_"));
    }

    private static Document document(String canonical) {
        return CanonicalRecord.read(canonical, Document.class);
    }

    private static Filed filed(ResultSet row, String prefix) throws SQLException {
        return new Filed(
                row.getString(prefix + "organisation"),
                row.getString(prefix + "officer"),
                row.getObject(prefix + "filed_at", OffsetDateTime.class).toInstant());
    }
}
