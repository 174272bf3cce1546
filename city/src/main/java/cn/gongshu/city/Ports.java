package cn.gongshu.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out that a port is taken before anything else is started. */
public final class Ports {

    private static final int TRIES = 50;
    private static final int LAST = 65_535;

    private Ports() {}

    /** One sentence when the main port or the product door's, the next one, is taken on the loopback; 0 takes any. */
    public static void mustBeFree(int port) {
        if (port == 0) {
            return;
        }
        for (int each = port; each <= port + 1; each++) {
            if (!free(each)) {
                throw taken(each);
            }
        }
    }

    /** A free port whose next one is free too. */
    public static int twoFree() {
        for (int i = 0; i < TRIES; i++) {
            int main = any();
            if (main < LAST && free(main) && free(main + 1)) {
                return main;
            }
        }
        throw new Sentence(2, "没有找到两个相邻的空闲端口。", "No two free ports next to each other were found.");
    }

    private static int any() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sentence taken(int port) {
        return new Sentence(
                2, "端口 " + port + " 已被占用，请用 --port 换一个。", "Port " + port + " is in use; choose another with --port.");
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // A port whose last connections are only waiting to be forgotten is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
