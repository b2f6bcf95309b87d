package jp.fudamori.callcentre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import jp.fudamori.Participants;
import jp.fudamori.Person;
import jp.fudamori.ServerTest;
import jp.fudamori.account.Role;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class CallDeskIT {

    private static final String CALLER = "事務長 佐藤";

    @Autowired
    CallDesk desk;

    @Autowired
    Participants people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aClinicActsForItself() {
        var clinic = people.clinic();

        var acting = desk.acting(clinic.id());

        assertThat(acting.actor()).isEqualTo(clinic.id());
        assertThat(acting.clinic()).isEqualTo(clinic.account());
        assertThat(acting.call()).isEmpty();
    }

    @Test
    void theCallCentreActsForTheClinicThatPhones() {
        var clinic = people.clinic();
        var staff = people.staff(Role.CALL_CENTRE);

        var call = open(clinic, staff);

        var acting = desk.acting(staff.id());
        assertThat(acting.actor()).isEqualTo(staff.id());
        assertThat(acting.clinic()).isEqualTo(clinic.account());
        assertThat(acting.call()).contains(call);
        assertThat(call.caller()).isEqualTo(CALLER);
        assertThat(call.identityCheck()).isEqualTo(IdentityCheck.CALLBACK);
        assertThat(desk.current(staff.id())).contains(call);
    }

    @Test
    void theClinicGoesOnActingForItselfDuringItsCall() {
        var clinic = people.clinic();
        open(clinic, people.staff(Role.CALL_CENTRE));

        assertThat(desk.acting(clinic.id()).call()).isEmpty();
    }

    @Test
    void theCallCentreActsForNobodyWithoutACall() {
        var staff = people.staff(Role.CALL_CENTRE);
        assertThat(reason(() -> desk.acting(staff.id()))).isEqualTo(CallReason.NO_CALL_OPEN);

        var call = open(people.clinic(), staff);
        desk.end(call.id(), CallEnd.BY_STAFF, "");

        assertThat(reason(() -> desk.acting(staff.id()))).isEqualTo(CallReason.NO_CALL_OPEN);
        assertThat(desk.current(staff.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"REVIEWER", "SUPERVISOR", "DISPATCH", "OPERATOR", "ANALYST", "ADMINISTRATOR"})
    void nobodyElseActsForAClinic(Role role) {
        var somebody = people.staff(role);

        assertThat(reason(() -> desk.acting(somebody.id()))).isEqualTo(CallReason.NOT_A_CLINIC);
        assertThat(reason(() -> open(people.clinic(), somebody))).isEqualTo(CallReason.NOT_CALL_CENTRE);
    }

    @Test
    void aClinicTakesNoCalls() {
        assertThat(reason(() -> open(people.clinic(), people.clinic()))).isEqualTo(CallReason.NOT_CALL_CENTRE);
    }

    @Test
    void anUnknownCodeIsRefused() {
        var code = new InstitutionCode("4739999999");

        assertThat(reason(() -> open(code, people.staff(Role.CALL_CENTRE)))).isEqualTo(CallReason.CALLER_UNKNOWN);
    }

    @Test
    void aClinicThatLeftTheRegistryIsRefused() {
        var gone = people.clinicNotInRegistry();

        assertThat(reason(() -> open(gone, people.staff(Role.CALL_CENTRE)))).isEqualTo(CallReason.CALLER_UNKNOWN);
    }

    @Test
    void anInstitutionWithoutAnAccountIsRefused() {
        var code = people.institutionWithoutAccount();

        assertThat(reason(() -> open(code, people.staff(Role.CALL_CENTRE))))
                .isEqualTo(CallReason.CLINIC_WITHOUT_ACCOUNT);
    }

    @Test
    void staffTakeOneCallAtATime() {
        var staff = people.staff(Role.CALL_CENTRE);
        var first = people.clinic();
        open(first, staff);

        assertThatThrownBy(() -> open(people.clinic(), staff))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(first.institution().value())
                .hasMessageContaining(CALLER);
    }

    @Test
    void aClinicIsInOneCallAtATime() {
        var clinic = people.clinic();
        var staff = people.staff(Role.CALL_CENTRE);
        var call = open(clinic, staff);
        var colleague = people.staff(Role.CALL_CENTRE);

        assertThatThrownBy(() -> open(clinic, colleague))
                .isInstanceOf(Refusal.class)
                .hasMessage("すでに" + staff.account().name() + "が代行中です。");

        desk.end(call.id(), CallEnd.BY_STAFF, "");
        assertThat(open(clinic, colleague).takenBy()).isEqualTo(colleague.id());
    }

    @Test
    void ofTwoWhoTakeTheSameCallAtOnceOneGetsIt() throws Exception {
        var clinic = people.clinic();
        var staff = List.of(people.staff(Role.CALL_CENTRE), people.staff(Role.CALL_CENTRE));
        var together = new CountDownLatch(2);

        var outcomes = atOnce(staff.stream().map(each -> () -> {
            together.countDown();
            together.await();
            return catchThrowableOfType(Refusal.class, () -> open(clinic, each)) == null;
        }));

        assertThat(outcomes).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aCallDoesNotEndWhileSomebodyIsActingInIt() throws Exception {
        var staff = people.staff(Role.CALL_CENTRE);
        var call = open(people.clinic(), staff);
        var executor = Executors.newSingleThreadExecutor();
        try {
            var end = transaction.execute(status -> {
                desk.acting(staff.id());
                var ending = executor.submit(() -> desk.end(call.id(), CallEnd.TIMED_OUT, ""));
                assertThatThrownBy(() -> ending.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                return ending;
            });
            end.get(30, TimeUnit.SECONDS);
        } finally {
            executor.shutdownNow();
        }

        assertThat(desk.current(staff.id())).isEmpty();
    }

    @Test
    void aCallEndsOnce() {
        var staff = people.staff(Role.CALL_CENTRE);
        var call = open(people.clinic(), staff);

        desk.end(call.id(), CallEnd.BY_STAFF, "書類の書き方をご案内しました。");
        desk.end(call.id(), CallEnd.TIMED_OUT, "");

        assertThat(jdbc.sql("select ended_how || ' ' || note from phone_call where call_id = :id")
                        .param("id", call.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("BY_STAFF 書類の書き方をご案内しました。");
        assertThat(auditOf(call)).hasSize(2);
    }

    @Test
    void whoTookWhichCallIsOnRecord() {
        var staff = people.staff(Role.CALL_CENTRE);
        var clinic = people.clinic();

        var call = open(clinic, staff);
        desk.end(call.id(), CallEnd.TIMED_OUT, "");

        var who = staff.id() + " ";
        var which = " " + clinic.institution() + " call " + call.id();
        assertThat(auditOf(call))
                .containsExactly(who + "call-opened" + which + " CALLBACK", who + "call-ended" + which + " TIMED_OUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "佐藤\n", "<b>佐藤</b>", "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろ"})
    void aCallerHasAName(String caller) {
        var staff = people.staff(Role.CALL_CENTRE);
        var institution = people.clinic().institution();

        assertThatThrownBy(() -> desk.open(institution, caller, IdentityCheck.CALLBACK, staff.id()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(desk.current(staff.id())).isEmpty();
    }

    private PhoneCall open(Person clinic, Person staff) {
        return open(clinic.institution(), staff);
    }

    private PhoneCall open(InstitutionCode institution, Person staff) {
        return desk.open(institution, CALLER, IdentityCheck.CALLBACK, staff.id());
    }

    private List<String> auditOf(PhoneCall call) {
        return jdbc.sql("""
                select actor || ' ' || action || ' ' || subject || ' ' || detail
                  from audit_entry
                 where detail like 'call ' || :id || ' %'
                 order by entry_id
                """)
                .param("id", call.id().toString())
                .query(String.class)
                .list();
    }

    private static Refusal.Reason reason(ThrowingCallable action) {
        return catchThrowableOfType(Refusal.class, action).reason();
    }

    private static <T> List<T> atOnce(Stream<Callable<T>> actions) throws Exception {
        var executor = Executors.newFixedThreadPool(2);
        try {
            return executor.invokeAll(actions.toList()).stream()
                    .map(CallDeskIT::outcome)
                    .toList();
        } finally {
            executor.shutdownNow();
        }
    }

    private static <T> T outcome(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
