package cn.gongshu.evidence.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Leaf and node hashes of RFC 9162 §2.1.1 with SHA-256. For one thread; make one per thread. */
public final class Hasher {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = sha256();

    /** SHA-256 of the JDK, which every JDK has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }

    /** Root of the tree without leaves: the hash of nothing. */
    public Hash empty() {
        return Hash.of(digest.digest());
    }

    /** Hash of a leaf whose data is the parts one after another. */
    public Hash leaf(byte[]... parts) {
        digest.update(LEAF);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return Hash.of(digest.digest());
    }

    /** Hash of a leaf whose data is a piece of {@code source}. */
    public Hash leaf(byte[] source, int offset, int length) {
        digest.update(LEAF);
        digest.update(source, offset, length);
        return Hash.of(digest.digest());
    }

    /** Hash of the node over two subtrees. */
    public Hash node(Hash left, Hash right) {
        digest.update(NODE);
        digest.update(left.raw());
        digest.update(right.raw());
        return Hash.of(digest.digest());
    }
}
