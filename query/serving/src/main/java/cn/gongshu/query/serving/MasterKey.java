package cn.gongshu.query.serving;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** The installation's secret under which a data subject's row of keys is found; it never enters the database. */
public final class MasterKey {

    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;

    private final SecretKeySpec key;

    /** Takes a copy of 32 random bytes. */
    public MasterKey(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("a master key has 32 bytes");
        }
        this.key = new SecretKeySpec(secret, HMAC);
    }

    /** HMAC-SHA256 of kind, a zero byte and id, 32 bytes: where the subject's key is kept. */
    public byte[] lookup(String subjectKind, String subjectId) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(subjectKind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(subjectId.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new Fault(ErrorCode.INTERNAL, "HMAC-SHA256 cannot be computed", missing);
        }
    }
}
