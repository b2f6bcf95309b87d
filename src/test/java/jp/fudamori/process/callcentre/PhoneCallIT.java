package jp.fudamori.process.callcentre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.fudamori.DatabaseContents;
import jp.fudamori.Person;
import jp.fudamori.account.Role;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationNumber;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class PhoneCallIT extends CallsOfTheOffice {

    @Autowired
    ApplicationDesk found;

    @Test
    void aStepIsWithTheStaffDuringTheCallAndWithTheClinicAfterwards() {
        var clinic = people.clinic();
        var staff = people.staff(Role.CALL_CENTRE);
        var instance = cases.begin(clinic);
        assertThat(names(clinic)).containsExactly("first");

        var call = call(staff, clinic);

        assertThat(names(clinic)).isEmpty();
        assertThat(names(staff)).containsExactlyInAnyOrder("first", "endCall");
        assertThat(actor(instance)).isEqualTo(staff.id().value());

        staff.complete(call, "endCall", Map.of("note", "入力の続きは医療機関で。"));

        assertThat(call)
                .isEnded()
                .hasPassed("openCall", "takeTasks", "endCall", "giveBackTasks", "callEnded")
                .hasNotPassed("timeOutCall");
        assertThat(names(clinic)).containsExactly("first");
        assertThat(names(staff)).isEmpty();
        assertThat(actor(instance)).isEqualTo(clinic.id().value());
        assertThat(desk.current(staff.id())).isEmpty();
        assertThat(endOf(call)).isEqualTo("BY_STAFF 入力の続きは医療機関で。");
    }

    @Test
    void aCallThatNobodyEndsEndsAfterFourHours() {
        var clinic = people.clinic();
        var staff = people.staff(Role.CALL_CENTRE);
        cases.begin(clinic);
        var call = call(staff, clinic);
        assertThat(job("callForgotten", call).getDuedate().toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofHours(4)));

        execute(job("callForgotten", call));

        assertThat(call).isEnded().hasPassed("callForgotten", "timeOutCall", "giveBackTasks", "callEnded");
        assertThat(names(clinic)).containsExactly("first");
        assertThat(names(staff)).isEmpty();
        assertThat(endOf(call)).isEqualTo("TIMED_OUT ");
    }

    @Test
    void whatFollowsATakenStepComesToTheStaffTooUntilTheCallEnds() {
        var clinic = people.clinic();
        var staff = people.staff(Role.CALL_CENTRE);
        var instance = cases.begin(clinic);
        var call = call(staff, clinic);

        staff.complete(instance, "first", Map.of());
        assertThat(names(staff)).containsExactlyInAnyOrder("second", "endCall");
        staff.complete(instance, "second", Map.of());
        staff.complete(call, "endCall", Map.of());
        people.reviewer().complete(instance, "office", Map.of());

        assertThat(names(clinic)).containsExactly("third");
        assertThat(names(staff)).isEmpty();
    }

    @Test
    void whatTheStaffBeganGoesToTheClinicInTheEnd() {
        var clinic = people.clinic();
        var staff = people.staff(Role.CALL_CENTRE);
        var call = call(staff, clinic);
        var instance = cases.begin(clinic, staff);
        assertThat(names(staff)).containsExactlyInAnyOrder("first", "endCall");

        staff.complete(call, "endCall", Map.of());

        assertThat(names(clinic)).containsExactly("first");
        assertThat(names(staff)).isEmpty();
        assertThat(actor(instance)).isEqualTo(clinic.id().value());
    }

    @Test
    void theStaffApplyForTheClinicFromTheFirstStepToTheLast() {
        var clinic = people.clinic();
        var staff = people.staff(Role.CALL_CENTRE);
        var call = call(staff, clinic);

        var submitted = applications.submitted(staff);
        var entered = applications.entered(staff);
        staff.complete(call, "endCall", Map.of());

        assertThat(found.find(applications.number(submitted)).orElseThrow().particulars())
                .satisfies(particulars -> assertThat(particulars.applicant()).isEqualTo(clinic.id()))
                .satisfies(particulars -> assertThat(particulars.institution()).isEqualTo(clinic.institution()));
        assertThat(names(clinic)).containsExactly("confirmApplication");
        assertConsentOnThePhone(applications.number(submitted), staff);
        assertThat(actor(submitted)).isEqualTo(clinic.id().value());
        assertThat(actor(entered)).isEqualTo(clinic.id().value());
    }

    private void assertConsentOnThePhone(ApplicationNumber number, Person staff) {
        assertThat(jdbc.sql("select channel, consented_by, caller_name from fee_consent where reference = ?")
                        .param(number.value())
                        .query()
                        .singleRow()
                        .values())
                .containsExactly("PHONE", staff.id().value(), CALLER);
        assertThat(jdbc.sql("select actor from audit_entry where action = 'application-submitted' and subject = ?")
                        .param(number.value())
                        .query(String.class)
                        .single())
                .isEqualTo(staff.id().value());
    }

    @Test
    void theStaffBeginA利用申請ForTheClinic() {
        var clinic = people.clinicWithoutQualification();
        var staff = people.staff(Role.CALL_CENTRE);
        var call = call(staff, clinic);

        var instance = staff.start("qualification-application");
        assertThat(names(staff)).contains("enterQualification");
        staff.complete(call, "endCall", Map.of());

        assertThat(actor(instance)).isEqualTo(clinic.id().value());
        assertThat(names(clinic)).containsExactly("enterQualification");
    }

    @Test
    void theClinicMayBeginSomethingElseDuringItsCall() {
        var clinic = people.clinic();
        var staff = people.staff(Role.CALL_CENTRE);
        var call = call(staff, clinic);
        cases.begin(clinic);
        assertThat(names(clinic)).containsExactly("first");

        staff.complete(call, "endCall", Map.of());

        assertThat(names(clinic)).containsExactly("first");
    }

    @Test
    void noOtherClinicLosesAStep() {
        var other = people.clinic();
        cases.begin(other);

        call(people.staff(Role.CALL_CENTRE), people.clinic());

        assertThat(names(other)).containsExactly("first");
    }

    @Test
    void theRecordShowsWhoActed() {
        var clinic = people.clinic();
        var staff = people.staff(Role.CALL_CENTRE);
        var instance = cases.begin(clinic);
        var call = call(staff, clinic);
        staff.complete(instance, "first", Map.of());
        staff.complete(call, "endCall", Map.of());

        var history = engine.getHistoryService();
        assertThat(history.createHistoricTaskInstanceQuery()
                        .processInstanceId(instance.getId())
                        .taskDefinitionKey("first")
                        .singleResult()
                        .getAssignee())
                .isEqualTo(staff.id().value());
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(call.getId())
                        .variableName("takenOver")
                        .singleResult()
                        .getValue())
                .isEqualTo("- はじめの入力（医療機関の手続き、2026年11月20日（金）10時00分から）");
    }

    @Test
    void theStaffSeeWithWhomTheySpeakAndHowThingsStand() {
        var clinic = people.clinic();
        var number = applications.number(applications.submitted(clinic));
        applications.entered(clinic);

        var call = call(people.staff(Role.CALL_CENTRE), clinic);

        var shown = engine.getTaskService().getVariables(task(call).getId());
        assertThat(shown)
                .containsEntry("institutionCode", clinic.institution().value())
                .containsEntry("institutionName", clinic.account().name())
                .containsEntry("phone", "06-1234-5678")
                .containsEntry("caller", CALLER)
                .containsEntry("identityCheck", "登録の電話番号へ折り返し")
                .containsEntry("opened", "2026年11月20日（金）10時00分")
                .containsEntry("takenOver", "- 申請内容を確認する（電子証明書発行申請、2026年11月20日（金）10時00分から）");
        assertThat(String.valueOf(shown.get("applications")))
                .startsWith("- " + number + "　審査中　1枚　受付 2026年11月20日（金）10時00分　審査期限 2026年11月30日（月）");
    }

    @Test
    void aClinicWithoutApplicationsHasNoneToShow() {
        var call = call(people.staff(Role.CALL_CENTRE), people.clinic());

        assertThat(engine.getTaskService().getVariables(task(call).getId()))
                .containsEntry("applications", "申請はまだありません。")
                .containsEntry("takenOver", "途中の手続きはありません。新しい手続きは「開始」から始めてください。");
    }

    @Test
    void staffWithoutACallTouchNothingOfAClinic() {
        var clinic = people.clinic();
        var staff = people.staff(Role.CALL_CENTRE);
        var instance = cases.begin(clinic);
        var task = clinic.taskId(instance, "first");
        var before = DatabaseContents.of(jdbc);

        assertThat(names(staff)).isEmpty();
        for (var attempt : List.of("complete", "claim", "assignee")) {
            assertThat(staff.basic(port)
                            .post(
                                    "/engine-rest/task/%s/%s".formatted(task, attempt),
                                    attempt.equals("complete") ? "{}" : "{\"userId\": \"%s\"}".formatted(staff.id()))
                            .statusCode())
                    .as(attempt)
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(staff.basic(port)
                        .post("/engine-rest/process-definition/key/certificate-application/start", "{}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"CLINIC", "REVIEWER", "SUPERVISOR", "DISPATCH", "OPERATOR"})
    void nobodyElseTakesCalls(Role role) {
        var clinic = people.clinic();
        var somebody = people.somebody(role).basic(port);
        var before = DatabaseContents.of(jdbc);

        var answer = somebody.post(START, slip(clinic.institution().value(), CALLER));

        assertThat(answer.statusCode())
                .as("the process is not theirs to start, or not even to see")
                .isIn(403, 404);
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        "123, 佐藤, CALLBACK, 医療機関コード",
        "9912345678, 佐藤, CALLBACK, 医療機関コード",
        "4739999999, 佐藤, CALLBACK, 登録されていません",
        "'', 佐藤, CALLBACK, 医療機関コード",
        "CODE, '', CALLBACK, お電話の方の氏名",
        "CODE, <b>佐藤</b>, CALLBACK, お電話の方の氏名",
        "CODE, 佐藤, BELIEVED, 本人確認の方法",
    })
    void refusesASlipThatIsNotFilledInRight(String code, String caller, String check, String message) {
        var institution = people.clinic().institution().value();
        var staff = people.staff(Role.CALL_CENTRE).basic(port);
        var before = DatabaseContents.of(jdbc);

        var answer = staff.post(START, slip(code.replace("CODE", institution), caller, check));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(message);
        assertThat(DatabaseContents.of(jdbc)).isEqualTo(before);
    }

    @Test
    void takesACodeInFullWidth() {
        var clinic = people.clinic();
        var staff = people.staff(Role.CALL_CENTRE);
        var wide = clinic.institution()
                .value()
                .chars()
                .mapToObj(digit -> Character.toString(digit - '0' + '０'))
                .reduce("", String::concat);

        var answer = staff.basic(port).post(START, slip(wide, CALLER));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(desk.current(staff.id()).orElseThrow().institution()).isEqualTo(clinic.institution());
    }

    @Test
    void aSecondCallOfTheSameClinicIsRefusedByName() {
        var clinic = people.clinic();
        var staff = people.staff(Role.CALL_CENTRE);
        cases.begin(clinic);
        call(staff, clinic);

        var answer = people.staff(Role.CALL_CENTRE)
                .basic(port)
                .post(START, slip(clinic.institution().value(), CALLER));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("すでに" + staff.account().name() + "が代行中です。");
        assertThat(names(staff)).containsExactlyInAnyOrder("first", "endCall");
    }

    private Object actor(ProcessInstance instance) {
        return engine.getRuntimeService().getVariable(instance.getId(), "actor");
    }

    private String endOf(ProcessInstance call) {
        return jdbc.sql("select ended_how || ' ' || note from phone_call where call_id = cast(:id as uuid)")
                .param("id", call.getBusinessKey())
                .query(String.class)
                .single();
    }
}
