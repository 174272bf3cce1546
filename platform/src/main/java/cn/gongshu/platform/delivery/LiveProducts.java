package cn.gongshu.platform.delivery;

import cn.gongshu.kernel.ProductCode;
import cn.gongshu.platform.http.Faults;
import cn.gongshu.platform.product.ProductFacts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The activated products in memory, and the codes of all that are on the list; read anew when the chain moves. A product
 * whose definition cannot be used is left out and the door refuses it: one product never stops the others.
 */
@Component
class LiveProducts {

    private static final Logger diagnostics = LoggerFactory.getLogger(LiveProducts.class);

    private final JdbcClient db;
    private final ProductFacts facts;
    private final Set<String> unusable = new HashSet<>();
    private volatile Map<String, LiveProduct> live = Map.of();
    private volatile Set<String> listed = Set.of();

    LiveProducts(JdbcClient db, ProductFacts facts) {
        this.db = db;
        this.facts = facts;
    }

    synchronized void reload() {
        Map<String, LiveProduct> read = new HashMap<>();
        db.sql("SELECT DISTINCT ON (product) product, definition, definition_hash FROM product_activation"
                        + " ORDER BY product, seq DESC")
                .query((row, number) -> {
                    LiveProduct product = product(
                            row.getString("product"), row.getString("definition"), row.getString("definition_hash"));
                    return product == null ? number : read.put(product.code().value(), product);
                })
                .list();
        live = Map.copyOf(read);
        listed = facts.products().keySet().stream().map(ProductCode::value).collect(Collectors.toUnmodifiableSet());
    }

    /** The product as it is known already, or made from its definition; null when that cannot be used. */
    private @Nullable LiveProduct product(String code, String definition, String hash) {
        LiveProduct known = live.get(code);
        if (known != null && known.hash().equals(hash)) {
            return known;
        }
        if (unusable.contains(hash)) {
            return null;
        }
        try {
            return LiveProduct.of(Definition.stored(new ProductCode(code), definition));
        } catch (RuntimeException unreadable) {
            unusable.add(hash);
            diagnostics.error("{} cannot be used as activated: {}", code, Faults.described(unreadable));
            return null;
        }
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
