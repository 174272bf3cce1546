package cn.gongshu.city;

import java.util.concurrent.CountDownLatch;

/** Waits for Ctrl-C (or a stop signal) and closes what runs, in order, before the process ends. */
public final class Stopping {

    private Stopping() {}

    public static void await(AutoCloseable... inOrder) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            for (AutoCloseable part : inOrder) {
                close(part);
            }
            stopped.countDown();
        }));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
