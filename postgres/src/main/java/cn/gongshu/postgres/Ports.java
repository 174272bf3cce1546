package cn.gongshu.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
final class Ports {

    private Ports() {}

    /** The wanted port if nobody has it, or any free one for 0. */
    static int choose(int wanted) {
        try {
            return bindOnce(wanted);
        } catch (IOException taken) {
            throw StartProblem.PORT_IN_USE.because(taken, wanted);
        }
    }

    static boolean free(int port) {
        try {
            return bindOnce(port) == port;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int bindOnce(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return socket.getLocalPort();
        }
    }
}
