package jp.fudamori;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/** An SMTP server on a free port of this machine that answers every recipient alike, and keeps no mail. */
public final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket server;
    private final String answer;

    private ScriptedSmtp(String answer) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.answer = answer;
    }

    /** @param answer to RCPT TO, e.g. {@code 550 5.1.1 No such user}; the lines of a long one are parted by a bar */
    public static ScriptedSmtp answering(String answer) {
        try {
            var smtp = new ScriptedSmtp(answer.replace("|", "\r\n"));
            var thread = new Thread(smtp::serve, "scripted-smtp");
            thread.setDaemon(true);
            thread.start();
            return smtp;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var client = server.accept()) {
                converse(client);
            } catch (SocketException e) {
                // closed by the test, or by a client that has heard enough
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void converse(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
        var out = client.getOutputStream();
        say(out, "220 scripted.example");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("DATA")) {
                say(out, "354 go on");
                skipMail(in);
            }
            say(out, reply(line));
            if (line.startsWith("QUIT")) {
                return;
            }
        }
    }

    private static void skipMail(BufferedReader in) throws IOException {
        for (var line = in.readLine(); line != null && !line.equals("."); ) {
            line = in.readLine();
        }
    }

    private String reply(String command) {
        if (command.startsWith("RCPT")) {
            return answer;
        }
        return command.startsWith("QUIT") ? "221 bye" : "250 ok";
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(US_ASCII));
        out.flush();
    }
}
