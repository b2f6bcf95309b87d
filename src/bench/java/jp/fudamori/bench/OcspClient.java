package jp.fudamori.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Asks over HTTP with as little of its own as can be, because it shares the processors with whom it asks. */
final class OcspClient implements AutoCloseable {

    private static final int SUCCESSFUL_AT = 4;

    private final int port;
    private final String path;
    private final boolean keepsConnection;
    private Socket socket;
    private InputStream in;

    /** @param keepsConnection whether one connection serves all questions */
    OcspClient(int port, String path, boolean keepsConnection) {
        this.port = port;
        this.path = path;
        this.keepsConnection = keepsConnection;
    }

    /** Returns when the answer is there and says that it is one. */
    void ask(byte[] question) throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 8192);
        }
        var head =
                "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: %s\r\nContent-Type: application/ocsp-request\r\nContent-Length: %d\r\n\r\n"
                        .formatted(path, keepsConnection ? "keep-alive" : "close", question.length)
                        .getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + question.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(question, 0, request, head.length, question.length);
        socket.getOutputStream().write(request);
        check(answer());
    }

    /** Servers end a kept connection after a while, too, and say so. */
    private byte[] answer() throws IOException {
        var length = -1;
        var isLast = !keepsConnection;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var header = line.toLowerCase(Locale.ROOT);
            isLast |= header.equals("connection: close");
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        var answer = length < 0 ? in.readAllBytes() : in.readNBytes(length);
        if (isLast) {
            close();
        }
        return answer;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException(line.toString());
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** OCSPResponse begins with its status: 30 82 .. .. 0a 01 00. */
    private static void check(byte[] answer) {
        if (answer.length < 200 || answer[SUCCESSFUL_AT] != 0x0a || answer[SUCCESSFUL_AT + 2] != 0) {
            throw new IllegalStateException("not a signed answer, %d bytes".formatted(answer.length));
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
