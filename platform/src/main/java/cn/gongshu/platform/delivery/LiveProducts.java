package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.ProductCode;
import cn.gongshu.platform.product.ProductFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The activated products in memory, and the codes of all that are on the list; read anew when the chain moves. */
@Component
class LiveProducts {

    private final JdbcClient db;
    private final ProductFacts facts;
    private volatile Map<String, LiveProduct> live = Map.of();
    private volatile Set<String> listed = Set.of();

    LiveProducts(JdbcClient db, ProductFacts facts) {
        this.db = db;
        this.facts = facts;
    }

    void reload() {
        Map<String, LiveProduct> read = new HashMap<>();
        db.sql("SELECT DISTINCT ON (product) product, definition FROM product_activation ORDER BY product, seq DESC")
                .query((row, number) -> read.put(
                        row.getString("product"),
                        new LiveProduct(Definition.stored(
                                new ProductCode(row.getString("product")), row.getString("definition")))))
                .list();
        live = Map.copyOf(read);
        listed = facts.products().keySet().stream().map(ProductCode::value).collect(Collectors.toUnmodifiableSet());
    }

    Optional<LiveProduct> find(String code) {
        return Optional.ofNullable(live.get(code));
    }

    Iterable<LiveProduct> all() {
        return live.values();
    }

    boolean listed(String code) {
        return listed.contains(code);
    }
}
