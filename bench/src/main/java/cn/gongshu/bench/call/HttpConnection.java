package cn.gongshu.bench.call;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive HTTP/1.1 connection to the loopback, as cheap as a client can be: it shares two cores with what it measures. */
final class HttpConnection implements AutoCloseable {

    private static final int BUFFER = 64 << 10;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String LENGTH = "\r\ncontent-length:";

    private final Socket socket;
    private final byte[] buffer = new byte[BUFFER];
    private int filled;

    HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** An answer with its body. */
    @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
    record Reply(int status, byte[] body) {}

    /** Sends a whole request and waits for the whole answer, which must state its length. */
    Reply exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        filled = 0;
        int head = readHead();
        String text = new String(buffer, 0, head, StandardCharsets.ISO_8859_1);
        int length = length(text);
        if (head + length > BUFFER) {
            throw new IOException("an answer of " + length + " bytes is longer than the buffer");
        }
        while (filled < head + length) {
            read();
        }
        byte[] body = new byte[length];
        System.arraycopy(buffer, head, body, 0, length);
        return new Reply(Integer.parseInt(text.substring(9, 12)), body);
    }

    private int readHead() throws IOException {
        int from = 0;
        while (true) {
            read();
            for (int i = from; i + 3 < filled; i++) {
                if (buffer[i] == '\r' && buffer[i + 1] == '\n' && buffer[i + 2] == '\r' && buffer[i + 3] == '\n') {
                    return i + 4;
                }
            }
            from = Math.max(0, filled - 3);
        }
    }

    private void read() throws IOException {
        InputStream in = socket.getInputStream();
        int count = in.read(buffer, filled, BUFFER - filled);
        if (count <= 0) {
            throw new EOFException("the server closed the connection");
        }
        filled += count;
    }

    private static int length(String head) throws IOException {
        int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        if (at < 0) {
            throw new IOException("the answer does not state its length");
        }
        int start = at + LENGTH.length();
        return Integer.parseInt(head.substring(start, head.indexOf('\r', start)).strip());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
