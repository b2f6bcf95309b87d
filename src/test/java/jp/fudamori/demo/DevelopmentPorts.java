package jp.fudamori.demo;

import java.util.List;
import org.springframework.test.util.TestSocketUtils;

/** Where the development server listens. */
record DevelopmentPorts(int web, int download, int downloadTls, int management, int smtp, int mailPage) {

    static DevelopmentPorts usual() {
        return new DevelopmentPorts(8080, 8090, 8490, 9090, 2525, 8025);
    }

    /** Ports that nobody uses at the moment, so that a journey runs beside a development server. */
    static DevelopmentPorts free() {
        return new DevelopmentPorts(freePort(), freePort(), freePort(), freePort(), freePort(), freePort());
    }

    private static int freePort() {
        return TestSocketUtils.findAvailableTcpPort();
    }

    /** The settings of the server that these ports stand for, as arguments of a command line. */
    List<String> asArguments() {
        return List.of(
                "--server.port=" + web,
                "--fudamori.download.port=" + download,
                "--fudamori.download.tls.port=" + downloadTls,
                "--fudamori.office.download-url=http://localhost:%d/download".formatted(download),
                "--fudamori.office.status-url=http://localhost:%d/status/lookup".formatted(web),
                "--management.server.port=" + management,
                "--spring.mail.port=" + smtp,
                "--fudamori.development.mail-page-port=" + mailPage);
    }
}
