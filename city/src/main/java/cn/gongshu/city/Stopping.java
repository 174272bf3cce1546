package cn.gongshu.city;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * The parts that run, closed in reverse order exactly once: by Ctrl-C or a stop signal, whenever it comes, or when the
 * command ends. A part that is being started when the signal comes is closed as soon as it has started.
 */
public final class Stopping implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CountDownLatch signal = new CountDownLatch(1);

    private Stopping() {}

    /** From now on a signal closes what has been started. */
    public static Stopping atSignal() {
        Stopping stopping = new Stopping();
        Runtime.getRuntime().addShutdownHook(new Thread(stopping::signal, "stopping"));
        return stopping;
    }

    /** Starts a part, unless a signal has come. */
    public synchronized <T extends AutoCloseable> T start(Supplier<T> part) {
        if (signalled()) {
            throw new Sentence(0, "已停止。", "Stopped.");
        }
        T started = part.get();
        parts.push(started);
        return started;
    }

    /** Waits for the signal. */
    public void await() {
        try {
            signal.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** True once a signal has come: what fails from then on fails because of it. */
    public boolean signalled() {
        return signal.getCount() == 0;
    }

    private void signal() {
        signal.countDown();
        close();
    }

    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            close(parts.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.out.println("关闭时出错 while closing: " + e.getClass().getSimpleName());
        }
    }
}
