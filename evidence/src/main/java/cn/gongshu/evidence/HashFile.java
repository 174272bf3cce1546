package cn.gongshu.evidence;

import cn.gongshu.evidence.files.AppendFile;
import cn.gongshu.evidence.files.FileLayer;
import cn.gongshu.evidence.files.ReadFile;
import cn.gongshu.evidence.tree.Hash;
import cn.gongshu.evidence.tree.NodeSource;
import cn.gongshu.evidence.tree.StoredNodes;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Hashes of all complete subtrees in the order of {@link StoredNodes}, 64 bytes an entry. Derived from the journal; not
 * forced with it. One thread appends; any number read what was appended.
 */
final class HashFile implements NodeSource, Closeable {

    private final AppendFile out;
    private final ReadFile in;

    private HashFile(AppendFile out, ReadFile in) {
        this.out = out;
        this.in = in;
    }

    static HashFile open(FileLayer files, Path path) throws IOException {
        AppendFile out = files.append(path);
        return new HashFile(out, files.read(path));
    }

    void append(ByteBuffer hashes) throws IOException {
        out.write(hashes);
    }

    /** Whether the subtrees of {@code size} leaves are all there. */
    boolean reaches(long size) throws IOException {
        return out.size() >= StoredNodes.count(size) * Hash.BYTES;
    }

    /** Forgets everything after {@code size} leaves. */
    void cut(long size) throws IOException {
        out.truncate(StoredNodes.count(size) * Hash.BYTES);
    }

    void force() throws IOException {
        out.force();
    }

    @Override
    public Hash node(int level, long index) throws IOException {
        return Hash.copyOf(in.exactly(StoredNodes.place(level, index) * Hash.BYTES, Hash.BYTES), 0);
    }

    /** The leaf hashes [from, from + count) one after another: one read, as they lie close together. */
    byte[] leaves(long from, int count) throws IOException {
        long start = StoredNodes.place(0, from);
        int hashes = (int) (StoredNodes.place(0, from + count - 1) - start) + 1;
        byte[] region = in.exactly(start * Hash.BYTES, hashes * Hash.BYTES);
        byte[] leaves = new byte[count * Hash.BYTES];
        for (int i = 0; i < count; i++) {
            int at = (int) (StoredNodes.place(0, from + i) - start);
            System.arraycopy(region, at * Hash.BYTES, leaves, i * Hash.BYTES, Hash.BYTES);
        }
        return leaves;
    }

    @Override
    public void close() throws IOException {
        out.close();
        in.close();
    }
}
