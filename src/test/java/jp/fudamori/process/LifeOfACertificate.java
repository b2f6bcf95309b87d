package jp.fudamori.process;

import java.time.LocalDateTime;
import java.util.List;
import jp.fudamori.IssuedApplications;
import jp.fudamori.MovableClock;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.Certificate;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.DownloadDesk;
import jp.fudamori.notice.Letter;
import jp.fudamori.notice.LetterDesk;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each test of a certificate after its issue begins with, and what it looks at. */
@ServerTest
public abstract class LifeOfACertificate {

    protected static final String TODAY = "2026-11-20";

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected Participants people;

    @Autowired
    protected IssuedApplications cases;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected CertificateDesk certificates;

    @Autowired
    protected DownloadDesk downloads;

    @Autowired
    protected LetterDesk letters;

    @Autowired
    protected ApplicationDesk applications;

    @Autowired
    protected JdbcClient jdbc;

    @BeforeEach
    void setUp() {
        AbstractAssertions.init(engine);
        clock.standAt(LocalDateTime.of(2026, 11, 20, 10, 0));
    }

    protected LineNumber line(ProcessInstance application, int position) {
        return new LineNumber(cases.number(application), position);
    }

    protected RevocationReason reasonOf(LineNumber line) {
        return ((Certificate.Revoked) certificates.of(line).orElseThrow()).reason();
    }

    protected boolean isRevoked(LineNumber line) {
        return certificates.of(line).orElseThrow() instanceof Certificate.Revoked;
    }

    protected Letter letterOf(LineNumber line) {
        return letters.holding(line).flatMap(letters::of).orElseThrow();
    }

    protected String shown(ProcessInstance instance, String field) {
        var task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        return String.valueOf(engine.getTaskService().getVariable(task.getId(), field));
    }

    protected List<String> mailsTo(Person person) {
        return jdbc.sql("select subject from mail where recipient = :recipient order by mail_id")
                .param("recipient", person.account().mail())
                .query(String.class)
                .list();
    }

    protected String lastMailTo(Person person) {
        return jdbc.sql("select body from mail where recipient = :recipient order by mail_id desc limit 1")
                .param("recipient", person.account().mail())
                .query(String.class)
                .single();
    }
}
