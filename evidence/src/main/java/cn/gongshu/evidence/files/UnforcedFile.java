package cn.gongshu.evidence.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** An append file of {@link LossyFileLayer}: forced bytes are on the disk, the rest is held here. */
final class UnforcedFile implements AppendFile {

    /** Beyond this many held bytes the older ones are written back unforced, as an operating system would. */
    private static final int WRITE_BACK = 64 << 20;

    private static final int SECTOR = 512;

    private final LossyFileLayer layer;
    private final AppendFile disk;
    private final ReadFile reader;
    private boolean nameUnforced;
    private byte[] held = new byte[4096];
    private int count;

    UnforcedFile(LossyFileLayer layer, AppendFile disk, ReadFile reader, boolean nameUnforced) {
        this.layer = layer;
        this.disk = disk;
        this.reader = reader;
        this.nameUnforced = nameUnforced;
    }

    @Override
    public long size() throws IOException {
        synchronized (layer) {
            layer.check();
            return disk.size() + count;
        }
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        synchronized (layer) {
            layer.check();
            int length = bytes.remaining();
            if (count + length > held.length) {
                held = Arrays.copyOf(held, Math.max(held.length * 2, count + length));
            }
            bytes.get(held, count, length);
            count += length;
            if (count > WRITE_BACK) {
                writeThrough(count);
            }
        }
    }

    @Override
    public void force() throws IOException {
        synchronized (layer) {
            layer.checkForce();
            if (!layer.muted()) {
                writeThrough(count);
                disk.force();
            }
        }
    }

    @Override
    public void truncate(long size) throws IOException {
        synchronized (layer) {
            layer.check();
            long onDisk = disk.size();
            count = Math.clamp(size - onDisk, 0, count);
            if (size < onDisk) {
                disk.truncate(size);
            }
        }
    }

    /** The layer keeps the file: what is unforced can still be lost after its writer closed it. */
    @Override
    public void close() {}

    void nameForced() {
        nameUnforced = false;
    }

    ReadFile reader() {
        return new Reader();
    }

    boolean nameUnforced() {
        return nameUnforced;
    }

    /** Leaves a torn piece of what was held; returns the bytes lost. */
    long crash(RandomGenerator random) throws IOException {
        long lost = count;
        if (!nameUnforced && count > 0 && random.nextInt(4) > 0) {
            int kept = random.nextInt(count + 1);
            loseSectors(kept, random);
            writeThrough(kept);
            lost -= kept;
        }
        discard();
        return lost;
    }

    void discard() throws IOException {
        disk.close();
        reader.close();
    }

    /** Sectors of one write reach the disk in any order: some are still zero, the last is torn and may end in rubbish. */
    private void loseSectors(int kept, RandomGenerator random) {
        for (int from = 0; from + SECTOR < kept; from += SECTOR) {
            if (random.nextInt(8) == 0) {
                Arrays.fill(held, from, from + SECTOR, (byte) 0);
            }
        }
        if (random.nextBoolean()) {
            for (int i = kept - Math.min(kept, random.nextInt(SECTOR)); i < kept; i++) {
                held[i] = (byte) random.nextInt();
            }
        }
    }

    private void writeThrough(int length) throws IOException {
        disk.write(ByteBuffer.wrap(held, 0, length));
        count = 0;
    }

    private final class Reader implements ReadFile {

        @Override
        public long size() throws IOException {
            return UnforcedFile.this.size();
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) throws IOException {
            synchronized (layer) {
                layer.check();
                long onDisk = disk.size();
                if (position < onDisk) {
                    return reader.read(position, into, offset, length);
                }
                int available = Math.clamp(count - (position - onDisk), 0, length);
                System.arraycopy(held, (int) Math.min(position - onDisk, count), into, offset, available);
                return available;
            }
        }

        @Override
        public void close() {}
    }
}
