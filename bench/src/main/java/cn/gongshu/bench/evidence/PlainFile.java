package cn.gongshu.bench.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/** The plainest group commit: one writer takes what waits, writes it at once, forces it, and answers everybody. */
final class PlainFile implements Closeable {

    private static final int QUEUE = 4096;
    private static final int GROUP = 1024;

    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE);
    private final FileChannel channel;
    private final Thread writer;

    /** Bytes to be written, and who waits for them. */
    @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
    private record Waiting(byte[] bytes, CompletableFuture<Boolean> done) {}

    PlainFile(Path file) throws IOException {
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        writer = Thread.ofPlatform().name("plain-writer").start(this::write);
    }

    CompletableFuture<Boolean> append(byte[] bytes) throws InterruptedException {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        queue.put(new Waiting(bytes, done));
        return done;
    }

    private void write() {
        List<Waiting> group = new ArrayList<>();
        try {
            while (true) {
                group.add(queue.take());
                queue.drainTo(group, GROUP - 1);
                write(group);
                group.clear();
            }
        } catch (InterruptedException closed) {
            // Nobody waits any more: the callers have ended before.
        } catch (IOException failed) {
            group.forEach(waiting -> waiting.done.completeExceptionally(failed));
        }
    }

    private void write(List<Waiting> group) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(
                group.stream().mapToInt(waiting -> waiting.bytes.length).sum());
        group.forEach(waiting -> bytes.put(waiting.bytes));
        bytes.flip();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
        group.forEach(waiting -> waiting.done.complete(true));
    }

    @Override
    public void close() throws IOException {
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        channel.close();
    }
}
