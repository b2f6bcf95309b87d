package jp.fudamori.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** An SMTP server that delivers nothing: it takes every mail and keeps it in a {@link MailFolder}. */
final class DevelopmentMail implements AutoCloseable {

    private final GreenMail server;

    private DevelopmentMail(GreenMail server) {
        this.server = server;
    }

    static DevelopmentMail start(int port, MailFolder folder) {
        var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        var users = server.getUserManager();
        var mailboxes = users.getMessageDeliveryHandler();
        users.setMessageDeliveryHandler((mail, recipient) -> {
            folder.keep(mail.getMessage());
            return mailboxes.handle(mail, recipient);
        });
        server.start();
        return new DevelopmentMail(server);
    }

    @Override
    public void close() {
        server.stop();
    }
}
