package cn.gongshu.evidence;

import cn.gongshu.evidence.tree.Hasher;

import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 values as they stand in entries: 64 lower-case hexadecimal digits. */
final class Sha256Hex {

    private static final int DIGITS = 64;

    private Sha256Hex() {}

    static void check(String hex) {
        if (hex.length() != DIGITS || !hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            throw new IllegalArgumentException("not a SHA-256 value in lower-case hexadecimal");
        }
    }

    static String of(byte[]... parts) {
        MessageDigest digest = Hasher.sha256();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
