package jp.fudamori.process.callcentre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import java.util.function.Supplier;
import jp.fudamori.Overlap;
import jp.fudamori.account.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A call that begins or ends while its clinic, the office or an operator does something with the same case. */
class PhoneCallRaceIT extends CallsOfTheOffice {

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aCallEndsOnlyWhenWhatWasStoppedGoesOn() {
        var clinic = people.clinic();
        var staff = people.staff(Role.CALL_CENTRE);
        var instance = cases.begin(clinic);
        var call = call(staff, clinic);
        engine.getRuntimeService().suspendProcessInstanceById(instance.getId());

        assertThatThrownBy(() -> staff.complete(call, "endCall", Map.of())).hasMessageContaining("一時停止");
        assertThat(desk.current(staff.id())).isPresent();

        engine.getRuntimeService().activateProcessInstanceById(instance.getId());
        staff.complete(call, "endCall", Map.of());
        assertThat(names(clinic)).containsExactly("first");
    }

    @Test
    void whatAnOperatorStoppedStaysWithTheClinic() {
        var clinic = people.clinic();
        var instance = cases.begin(clinic);
        engine.getRuntimeService().suspendProcessInstanceById(instance.getId());

        var call = call(people.staff(Role.CALL_CENTRE), clinic);

        assertThat(call).isWaitingAt("endCall");
        assertThat(names(clinic)).containsExactly("first");
    }

    @Test
    void aClinicThatGoesOnAtTheSameMomentIsNotDisturbed() throws Exception {
        var clinic = people.clinic();
        var staff = people.staff(Role.CALL_CENTRE).basic(port);
        var instance = cases.begin(clinic);

        var answer = whileNotCommitted(
                () -> clinic.complete(instance, "first", Map.of()),
                () -> staff.post(START, slip(clinic.institution().value(), CALLER)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("もう一度お試しください");
        assertThat(names(clinic)).containsExactly("second");
        assertThat(staff.post(START, slip(clinic.institution().value(), CALLER)).statusCode())
                .isEqualTo(200);
        assertThat(names(clinic)).isEmpty();
    }

    @Test
    void aStepThatOpensWhileTheCallEndsDoesNotStayWithTheStaff() throws Exception {
        var clinic = people.clinic();
        var staff = people.staff(Role.CALL_CENTRE);
        var instance = cases.begin(clinic);
        var call = call(staff, clinic);
        staff.complete(instance, "first", Map.of());
        staff.complete(instance, "second", Map.of());

        whileNotCommitted(() -> people.reviewer().complete(instance, "office", Map.of()), () -> {
            staff.complete(call, "endCall", Map.of());
            return call;
        });

        assertThat(names(clinic)).containsExactly("third");
        assertThat(names(staff)).isEmpty();
    }

    @Test
    void aStepThatWouldOpenAfterTheCallEndedHasToBeTriedAgain() {
        var clinic = people.clinic();
        var staff = people.staff(Role.CALL_CENTRE);
        var instance = cases.begin(clinic);
        var call = call(staff, clinic);
        staff.complete(instance, "first", Map.of());
        staff.complete(instance, "second", Map.of());

        assertThatThrownBy(() -> whileNotCommitted(() -> staff.complete(call, "endCall", Map.of()), () -> {
                    people.reviewer().complete(instance, "office", Map.of());
                    return instance;
                }))
                .hasMessageContaining("作業一覧を更新してください");

        people.reviewer().complete(instance, "office", Map.of());
        assertThat(names(clinic)).containsExactly("third");
    }

    private <T> T whileNotCommitted(Runnable first, Supplier<T> second) throws Exception {
        return new Overlap(transaction, jdbc).whileNotCommitted(first, second);
    }
}
