package cn.gongshu.city.demo;

import cn.gongshu.city.Sentence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A main port with the product door's after it, both free before the check's own server is launched on them. */
final class DoorPorts {

    private static final int TRIES = 50;

    private DoorPorts() {}

    /** The port asked for; one sentence when it or the next one is taken, be it by another Gongshu. */
    static int ofOnesChoice(int main) {
        if (!bothFree(main)) {
            throw new Sentence(
                    2,
                    "端口 " + main + " 或 " + (main + 1) + " 已被占用，请用 --port 换一个。",
                    "Port " + main + " or " + (main + 1) + " is in use; choose another with --port.");
        }
        return main;
    }

    static int free() {
        for (int i = 0; i < TRIES; i++) {
            int main = any();
            if (bothFree(main)) {
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

    private static boolean bothFree(int main) {
        return isFree(main) && main < 65_535 && isFree(main + 1);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
