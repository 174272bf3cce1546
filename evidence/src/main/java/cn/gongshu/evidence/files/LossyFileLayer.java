package cn.gongshu.evidence.files;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * A file layer whose written bytes reach the disk only when forced, as in the worst power loss. {@link #crash} drops what
 * was not forced, leaving at most a torn piece of it; so does killing the process, without the piece. For crash tests and
 * the demo's fault step: nothing in production makes one.
 */
public final class LossyFileLayer implements FileLayer {

    /** Whether a force does what it says. */
    public enum Force {
        /** Forced bytes reach the disk. */
        HONEST,
        /** Force returns and does nothing: the fault that crash tests must notice. */
        MUTED
    }

    /**
     * What a crash took.
     *
     * @param bytes written and not forced, less the torn pieces left
     * @param files with at least one such byte
     */
    public record Losses(long bytes, int files) {}

    private final FileLayer disk = FileLayer.real();
    private final RandomGenerator random;
    private final Force force;
    private final Map<Path, UnforcedFile> appended = new HashMap<>();
    private final Map<Path, byte[]> replaced = new HashMap<>();
    private long operations;
    private long crashBefore = Long.MAX_VALUE;
    private long forces;
    private long crashInForce = Long.MAX_VALUE;
    private @Nullable Losses losses;

    public LossyFileLayer(RandomGenerator random, Force force) {
        this.random = random;
        this.force = force;
    }

    /** Lets the power go just before the {@code count}-th operation from now; see {@link #crash}. */
    public synchronized void crashBefore(long count) {
        crashBefore = operations + count;
    }

    /** Lets the power go in the {@code count}-th force from now, before it takes effect; see {@link #crash}. */
    public synchronized void crashInForce(long count) {
        crashInForce = forces + count;
    }

    /** Operations so far. */
    public synchronized long operations() {
        return operations;
    }

    /** What the crash took, if there was one. */
    public synchronized Optional<Losses> losses() {
        return Optional.ofNullable(losses);
    }

    /**
     * Takes the power away: every later operation fails. Locks stay with their holders, who are still this process.
     *
     * @return what was lost; the same if the power was gone already
     */
    public synchronized Losses crash() throws IOException {
        if (losses == null) {
            losses = new Losses(0, 0); // no second crash while this one works
            losses = dropUnforced();
        }
        return losses;
    }

    private Losses dropUnforced() throws IOException {
        long bytes = 0;
        int files = 0;
        for (Map.Entry<Path, UnforcedFile> file : appended.entrySet()) {
            long lost = file.getValue().crash(random);
            if (file.getValue().nameUnforced()) {
                disk.delete(file.getKey());
            }
            bytes += lost;
            files += lost > 0 ? 1 : 0;
        }
        for (Map.Entry<Path, byte[]> file : replaced.entrySet()) {
            bytes += file.getValue().length;
            files++;
            tear(file.getKey(), file.getValue());
        }
        return new Losses(bytes, files);
    }

    /** A replacement that was not forced ends as the old file, the new one or, renamed before its bytes came, empty. */
    private void tear(Path file, byte[] content) throws IOException {
        switch (random.nextInt(3)) {
            case 0 -> disk.replace(file, content);
            case 1 -> disk.replace(file, new byte[0]);
            default -> {}
        }
    }

    synchronized boolean muted() {
        return force == Force.MUTED;
    }

    synchronized void check() throws IOException {
        operations++;
        crashIf(operations >= crashBefore);
    }

    synchronized void checkForce() throws IOException {
        check();
        forces++;
        crashIf(forces >= crashInForce);
    }

    private void crashIf(boolean due) throws IOException {
        if (due) {
            crash();
        }
        if (losses != null) {
            throw new IOException("the power is gone");
        }
    }

    @Override
    public synchronized AppendFile append(Path file) throws IOException {
        check();
        UnforcedFile open = appended.get(file);
        if (open == null) {
            boolean fresh = !disk.exists(file);
            open = new UnforcedFile(this, disk.append(file), disk.read(file), fresh);
            appended.put(file, open);
        }
        return open;
    }

    @Override
    public synchronized ReadFile read(Path file) throws IOException {
        check();
        byte[] content = replaced.get(file);
        if (content != null) {
            return new InMemory(content);
        }
        UnforcedFile open = appended.get(file);
        return open == null ? disk.read(file) : open.reader();
    }

    @Override
    public synchronized boolean exists(Path file) throws IOException {
        check();
        return replaced.containsKey(file) || disk.exists(file);
    }

    @Override
    public synchronized List<String> list(Path directory) throws IOException {
        check();
        TreeSet<String> names = new TreeSet<>(disk.list(directory));
        for (Path file : replaced.keySet()) {
            if (directory.equals(file.getParent())) {
                names.add(String.valueOf(file.getFileName()));
            }
        }
        return List.copyOf(names);
    }

    @Override
    public synchronized void createDirectories(Path directory) throws IOException {
        check();
        disk.createDirectories(directory);
    }

    @Override
    public synchronized void replace(Path file, byte[] content) throws IOException {
        check();
        replaced.put(file, content.clone());
    }

    @Override
    public synchronized void forceName(Path file) throws IOException {
        check();
        if (muted()) {
            return;
        }
        byte[] content = replaced.remove(file);
        if (content != null) {
            disk.replace(file, content);
        }
        UnforcedFile open = appended.get(file);
        if (open != null) {
            open.nameForced();
        }
        disk.forceName(file);
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        check();
        replaced.remove(file);
        UnforcedFile open = appended.remove(file);
        if (open != null) {
            open.discard();
        }
        disk.delete(file);
    }

    @Override
    public synchronized Closeable lock(Path file) throws IOException {
        check();
        return disk.lock(file);
    }

    /** A replaced file as it is before its bytes reach the disk. */
    private record InMemory(
            @SuppressWarnings("ArrayRecordComponent") byte[] content) implements ReadFile {

        @Override
        public long size() {
            return content.length;
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) {
            int count = Math.clamp(content.length - position, 0, length);
            System.arraycopy(content, (int) position, into, offset, count);
            return count;
        }

        @Override
        public void close() {}
    }
}
