package cn.gongshu.query.serving;

import cn.gongshu.kernel.ErrorCode;
import cn.gongshu.kernel.Fault;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * The installation's secret under which a data subject's row of keys is found, and from which its other keys are derived;
 * it never enters the database.
 */
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
        return mac(
                subjectKind.getBytes(StandardCharsets.UTF_8),
                new byte[] {0},
                subjectId.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A key for another use, HMAC-SHA256 of {@code gongshu/} and its label: the same at every start, and not to be told
     * from the others. No label has a zero byte, so none meets {@link #lookup}.
     */
    public SecretKey derived(String label) {
        if (label.isEmpty() || label.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a label is a word");
        }
        return new SecretKeySpec(mac(("gongshu/" + label).getBytes(StandardCharsets.UTF_8)), HMAC);
    }

    private byte[] mac(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException missing) {
            throw new Fault(ErrorCode.INTERNAL, "HMAC-SHA256 cannot be computed", missing);
        }
    }
}
