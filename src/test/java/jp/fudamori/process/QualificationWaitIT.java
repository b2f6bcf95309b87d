package jp.fudamori.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.fudamori.process.QualificationWait.INSTITUTION_CODE;
import static jp.fudamori.process.QualificationWait.QUALIFICATION_ACCEPTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.institution.Qualification;
import jp.fudamori.institution.Qualification.PaymentMethod;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** On a model of its own that does nothing but wait. */
@ServerTest
class QualificationWaitIT {

    private static final String MODEL = "waits-for-qualification";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Participants people;

    @Autowired
    InstitutionRegistry registry;

    @Autowired
    TransactionTemplate transaction;

    private String deployment = "";

    @BeforeEach
    void deploy() {
        AbstractAssertions.init(engine);
        var model = Bpmn.createExecutableProcess(MODEL)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .intermediateCatchEvent("qualificationAwaited")
                .message(QUALIFICATION_ACCEPTED)
                .userTask("goneOn")
                .endEvent()
                .done();
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(MODEL + ".bpmn", model)
                .deploy()
                .getId();
    }

    @AfterEach
    void remove() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void everyApplicationOfTheInstitutionGoesOnAndNoOther() {
        var clinic = people.clinicWithoutQualification();
        var first = waiting(clinic);
        var second = waiting(clinic);
        var other = waiting(people.clinicWithoutQualification());

        registry.accept(qualification(clinic));

        assertThat(first).isWaitingAt("goneOn");
        assertThat(second).isWaitingAt("goneOn");
        assertThat(other).isWaitingAt("qualificationAwaited");
    }

    @Test
    void theReviewersAcceptanceWakesThemInItsOwnTransaction() {
        var clinic = people.clinicWithoutQualification();
        var waiting = waiting(clinic);
        var application = clinic.start("qualification-application");
        clinic.complete(application, "enterQualification", Map.of("paymentMethod", "INVOICE", "contactName", "鈴木"));
        clinic.complete(application, "confirmQualificationEntry", Map.of("action", "submit"));

        people.reviewer().complete(application, "reviewQualification", Map.of("decision", "accept"));

        assertThat(application).isEnded().hasPassed("qualificationAccepted");
        assertThat(waiting).isWaitingAt("goneOn");
    }

    @Test
    void aFileWakesThoseWhoWaitForOneOfItsRows() {
        var one = people.clinicWithoutQualification();
        var other = people.clinicWithoutQualification();
        var nobody = people.clinicWithoutQualification();
        var waiting = waiting(one);
        var alsoWaiting = waiting(other);
        var unconcerned = waiting(people.clinicWithoutQualification());

        registry.importQualifications(
                new ByteArrayInputStream("""
                医療機関コード,受付日,支払方法
                %s,2026-11-01,控除
                %s,2026-11-01,払込
                %s,2026-11-01,控除
                """.formatted(one.institution(), other.institution(), nobody.institution())
                        .getBytes(UTF_8)));

        assertThat(waiting).isWaitingAt("goneOn");
        assertThat(alsoWaiting).isWaitingAt("goneOn");
        assertThat(unconcerned).isWaitingAt("qualificationAwaited");
    }

    @Test
    void nobodyWaitsForWhatIsAcceptedAtTheSameMoment() throws Exception {
        var clinic = people.clinicWithoutQualification();
        var asked = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(2);
        try {
            Future<ProcessInstance> waiting = threads.submit(() -> transaction.execute(status -> {
                assertThat(registry.settledQualification(clinic.institution())).isEmpty();
                asked.countDown();
                return waiting(clinic);
            }));
            var accepting = threads.submit(() -> {
                asked.await();
                registry.accept(qualification(clinic));
                return clinic;
            });

            accepting.get(20, TimeUnit.SECONDS);
            assertThat(waiting.get()).isWaitingAt("goneOn");
        } finally {
            threads.shutdownNow();
        }
    }

    private ProcessInstance waiting(Person clinic) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        MODEL, INSTITUTION_CODE.with(clinic.institution().value()));
    }

    private static Qualification qualification(Person clinic) {
        return new Qualification(clinic.institution(), LocalDate.of(2026, 11, 20), PaymentMethod.DEDUCTION);
    }
}
