package cn.gongshu.evidence;

import cn.gongshu.kernel.PartyId;
import cn.gongshu.kernel.ProductCode;

import javax.crypto.SecretKey;

import java.nio.charset.StandardCharsets;

/**
 * Stands for an idempotency key in entries: HMAC-SHA-256 of {@code party|product|key} under a key of the installation. A
 * caller may have put an identity number into its key, so a plain hash could be guessed.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record IdempotencyMark(String hex) {

    public IdempotencyMark {
        Sha256Hex.check(hex);
    }

    /**
     * The mark of a key; the ids cannot contain the bar and the key comes last, so no two keys share a mark.
     *
     * @param secret the installation's key for marks, at least 128 bits; the same one gives the same mark again
     */
    public static IdempotencyMark of(SecretKey secret, PartyId party, ProductCode product, String key) {
        String named = party + "|" + product + "|" + key;
        return new IdempotencyMark(Hmac.hex(secret, named.getBytes(StandardCharsets.UTF_8)));
    }
}
