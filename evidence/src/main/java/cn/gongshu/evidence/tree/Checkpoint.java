package cn.gongshu.evidence.tree;

/**
 * What a log says of itself at one moment, signed (C2SP tlog-checkpoint): its origin, how many entries it has and the root
 * over them.
 *
 * @param origin the log's name
 * @param size number of entries
 * @param root root of the tree over them
 * @param note the signed note itself, as published
 */
public record Checkpoint(String origin, long size, Hash root, String note) {

    /** Signs; the origin is the name of the signer's key. */
    public static Checkpoint sign(long size, Hash root, CheckpointSigner signer) {
        String origin = signer.verifierKey().name();
        String text = origin + "\n" + size + "\n" + root.base64() + "\n";
        return new Checkpoint(origin, size, root, SignedNote.sign(text, signer).note());
    }

    /**
     * Reads a checkpoint without checking its signature; lines after the third are extensions and are kept.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Checkpoint parse(String note) {
        String[] lines = SignedNote.parse(note).text().split("\n", 4);
        if (lines.length < 4 || lines[0].isEmpty()) {
            throw new IllegalArgumentException("not a checkpoint: origin, size and root expected");
        }
        return new Checkpoint(lines[0], size(lines[1]), Hash.base64(lines[2]), note);
    }

    private static long size(String text) {
        long size = Long.parseLong(text);
        if (size < 0 || !Long.toString(size).equals(text)) {
            throw new IllegalArgumentException("not a checkpoint: size expected");
        }
        return size;
    }

    /** Whether this key signed it and is the key of its origin. */
    public boolean signedBy(VerifierKey key) {
        return origin.equals(key.name()) && SignedNote.parse(note).signedBy(key);
    }
}
