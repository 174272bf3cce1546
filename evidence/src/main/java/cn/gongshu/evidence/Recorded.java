package cn.gongshu.evidence;

import cn.gongshu.evidence.tree.Hash;
import cn.gongshu.evidence.tree.Hasher;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/** An entry as the journal has it: its place, its blind, its bytes, and the salt of its answer if it has one. */
public final class Recorded {

    private final long index;
    private final Blind blind;
    private final @Nullable Salt salt;
    private final byte[] canonical;

    Recorded(long index, Blind blind, @Nullable Salt salt, byte[] canonical) {
        this.index = index;
        this.blind = blind;
        this.salt = salt;
        this.canonical = canonical;
    }

    /** Place in the log, from 0. */
    public long index() {
        return index;
    }

    public Blind blind() {
        return blind;
    }

    public @Nullable Salt salt() {
        return salt;
    }

    /** The entry's canonical JSON. */
    public String text() {
        return new String(canonical, StandardCharsets.UTF_8);
    }

    /** The entry. */
    public Entry entry() {
        return Entry.parse(canonical);
    }

    /** Whether the salt is the one the entry's commitment was made with: it stands outside the leaf. */
    public boolean salted() {
        return entry().opensWith(salt);
    }

    /** Hash of blind and entry as a leaf of the tree. */
    public Hash leaf(Hasher hasher) {
        return hasher.leaf(blind.bytes(), canonical);
    }

    byte[] raw() {
        return canonical;
    }
}
