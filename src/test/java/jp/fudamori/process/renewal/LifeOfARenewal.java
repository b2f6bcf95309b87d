package jp.fudamori.process.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import jp.fudamori.MovableClock;
import jp.fudamori.RenewalCases;
import jp.fudamori.ServerTest;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.RevocationDesk;
import jp.fudamori.common.Refusal;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.renewal.RenewalBoard;
import jp.fudamori.renewal.RenewalDesk;
import jp.fudamori.renewal.RenewalHandover;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each test of a renewal begins with. */
@ServerTest
abstract class LifeOfARenewal {

    private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 10, 0);

    /** Network address of the terminal. */
    static final String FROM = "10.1.2.3";

    @Autowired
    ProcessEngine engine;

    @Autowired
    RenewalCases cases;

    @Autowired
    RenewalDesk desk;

    @Autowired
    RenewalHandover handover;

    @Autowired
    RenewalBoard board;

    @Autowired
    CertificateDesk certificates;

    @Autowired
    RevocationDesk revocations;

    @Autowired
    FeeDesk fees;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void setUp() {
        AbstractAssertions.init(engine);
        clock.standAt(START);
    }

    @AfterEach
    void backToTheStart() {
        clock.standAt(START);
    }

    static void assertRefused(String reason, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo(reason));
    }
}
