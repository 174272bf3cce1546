package cn.gongshu.evidence;

import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;

import java.nio.charset.StandardCharsets;

/**
 * Stands for an idempotency key in entries: SHA-256 of {@code party|product|key}.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record IdempotencyMark(String hex) {

    public IdempotencyMark {
        Sha256Hex.check(hex);
    }

    /** The mark of a key; the ids cannot contain the bar and the key comes last, so no two keys share a mark. */
    public static IdempotencyMark of(PartyId party, ProductCode product, String key) {
        return new IdempotencyMark(Sha256Hex.of((party + "|" + product + "|" + key).getBytes(StandardCharsets.UTF_8)));
    }
}
