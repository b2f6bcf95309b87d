package jp.fudamori.browser;

import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every test has that opens windows on the server. */
@ServerTest
abstract class InTheBrowser {

    @RegisterExtension
    final Windows windows = new Windows();

    @LocalServerPort
    int port;

    @Autowired
    Participants people;

    @Autowired
    MovableClock clock;
}
