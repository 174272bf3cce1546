package cn.gongshu.evidence;

import cn.gongshu.evidence.tree.Hasher;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Bytes of a journal segment. It begins with a head of {@value #SEGMENT_HEAD} bytes: {@code GONGSHU1}, index of its first
 * entry, 12 bytes of SHA-256(origin), CRC32C of all that. Then frames: length of the body, CRC32C over that length and the
 * body, body. A body is one byte of flags, the salt if there is one, the blind, the entry. Numbers are big-endian.
 */
final class Frames {

    static final int SEGMENT_HEAD = 32;
    static final int FRAME_HEAD = 8;

    /** Shortest and longest body: a blind and an entry of one byte; a salt too and the longest entry. */
    static final int MIN_BODY = 1 + Blind.BYTES + 1;

    static final int MAX_BODY = 1 + Salt.BYTES + Blind.BYTES + Entry.READABLE.maxBytes();

    /** Set on the first frame of each group, so that a torn last group can be told from damage before it. */
    private static final int OPENS_GROUP = 1;

    private static final int HAS_SALT = 2;
    private static final byte[] MAGIC = "GONGSHU1".getBytes(StandardCharsets.US_ASCII);
    private static final int ORIGIN_BYTES = 12;

    private Frames() {}

    /** A frame as it was read. */
    record Frame(boolean opensGroup, Recorded recorded) {}

    static ByteBuffer segmentHead(long first, String origin) {
        ByteBuffer head = ByteBuffer.allocate(SEGMENT_HEAD).put(MAGIC).putLong(first);
        head.put(Hasher.sha256().digest(origin.getBytes(StandardCharsets.UTF_8)), 0, ORIGIN_BYTES);
        CRC32C crc = new CRC32C();
        crc.update(head.array(), 0, head.position());
        return head.putInt((int) crc.getValue()).flip();
    }

    static boolean isSegmentHead(byte[] head, long first, String origin) {
        return Arrays.equals(head, segmentHead(first, origin).array());
    }

    static int bytes(Recorded recorded) {
        return FRAME_HEAD + 1 + (recorded.salt() == null ? 0 : Salt.BYTES) + Blind.BYTES + recorded.raw().length;
    }

    static void put(ByteBuffer out, Recorded recorded, boolean opensGroup) {
        int start = out.position();
        Salt salt = recorded.salt();
        out.putInt(bytes(recorded) - FRAME_HEAD).putInt(0);
        out.put((byte) ((opensGroup ? OPENS_GROUP : 0) | (salt == null ? 0 : HAS_SALT)));
        if (salt != null) {
            out.putLong(salt.high()).putLong(salt.low());
        }
        Blind blind = recorded.blind();
        out.putLong(blind.high()).putLong(blind.low()).put(recorded.raw());
        CRC32C crc = new CRC32C();
        crc.update(out.slice(start, Integer.BYTES));
        crc.update(out.slice(start + FRAME_HEAD, out.position() - start - FRAME_HEAD));
        out.putInt(start + Integer.BYTES, (int) crc.getValue());
    }

    /** Length of the body of the frame whose head begins at {@code at}, or −1 if no frame has such a length. */
    static int bodyLength(byte[] source, int at) {
        int length = ByteBuffer.wrap(source).getInt(at);
        return length < MIN_BODY || length > MAX_BODY ? -1 : length;
    }

    /** The whole frame at {@code at}, or null if its checksum or flags are wrong. */
    static @Nullable Frame read(byte[] source, int at, int bodyLength, long index) {
        ByteBuffer in = ByteBuffer.wrap(source);
        CRC32C crc = new CRC32C();
        crc.update(source, at, Integer.BYTES);
        crc.update(source, at + FRAME_HEAD, bodyLength);
        int flags = in.get(at + FRAME_HEAD);
        boolean salted = (flags & HAS_SALT) != 0;
        int entryBytes = bodyLength - 1 - Blind.BYTES - (salted ? Salt.BYTES : 0);
        if (in.getInt(at + Integer.BYTES) != (int) crc.getValue()
                || (flags & ~(OPENS_GROUP | HAS_SALT)) != 0
                || entryBytes < 1) {
            return null;
        }
        in.position(at + FRAME_HEAD + 1);
        Salt salt = salted ? Salt.read(in) : null;
        Blind blind = Blind.read(in);
        byte[] entry = new byte[entryBytes];
        in.get(entry);
        return new Frame((flags & OPENS_GROUP) != 0, new Recorded(index, blind, salt, entry));
    }
}
