package cn.gongshu.evidence;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

import java.security.GeneralSecurityException;
import java.util.HexFormat;

/** HMAC-SHA-256 values as they stand in entries: whoever lacks the key can neither read nor guess what they stand for. */
final class Hmac {

    private Hmac() {}

    static String hex(SecretKey key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException unusableKey) {
            throw new IllegalArgumentException("not a key for HMAC", unusableKey);
        }
    }
}
