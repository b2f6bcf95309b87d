package jp.fudamori.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import jp.fudamori.MovableClock;
import jp.fudamori.OutsideWorld;
import jp.fudamori.TestDatabase;
import jp.fudamori.audit.AuditTrail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@JdbcTest(properties = "spring.flyway.default-schema=fudamori")
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({
    TestDatabase.class,
    OutsideWorld.class,
    AuditTrail.class,
    CalendarDesk.class,
    CalendarOverrides.class,
    CurrentOfficeDays.class,
    CalendarConfiguration.class
})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class CalendarDeskIT {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 20, 12, 0);

    @Autowired
    CalendarDesk desk;

    @Autowired
    BusinessCalendar calendar;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void lookOnce() {
        clock.standAt(NOON);
        assertThat(calendar.isOpen(MONDAY)).isTrue();
    }

    @AfterEach
    void withdraw() {
        desk.withdraw(MONDAY, "operator1");
    }

    @Test
    void aDecisionCountsAtOnce() {
        desk.decide(new CalendarOverride(MONDAY, false, "臨時休業日"), "operator1");
        assertThat(calendar.isOpen(MONDAY)).isFalse();

        desk.decide(new CalendarOverride(MONDAY, true, "臨時開庁日"), "operator1");
        assertThat(calendar.isOpen(MONDAY)).isTrue();
        assertThat(desk.overrides()).containsExactly(new CalendarOverride(MONDAY, true, "臨時開庁日"));
    }

    @Test
    void aWithdrawnDecisionCountsNoMore() {
        desk.decide(new CalendarOverride(MONDAY, false, "臨時休業日"), "operator1");

        desk.withdraw(MONDAY, "operator1");

        assertThat(calendar.isOpen(MONDAY)).isTrue();
        assertThat(desk.overrides()).isEmpty();
    }

    @Test
    void aDecisionRolledBackCountsNowhere() {
        transaction.executeWithoutResult(status -> {
            desk.decide(new CalendarOverride(MONDAY, false, "臨時休業日"), "operator1");
            status.setRollbackOnly();
        });

        assertThat(calendar.isOpen(MONDAY)).isTrue();
    }

    @Test
    void aDecisionMadeOnAnotherNodeCountsWithinAMinute() {
        jdbc.sql("insert into calendar_override (day, open, name) values (:day, false, '臨時休業日')")
                .param("day", MONDAY)
                .update();
        assertThat(calendar.isOpen(MONDAY)).isTrue();

        clock.standAt(NOON.plusSeconds(59));

        assertThat(calendar.isOpen(MONDAY)).isFalse();
    }

    @Test
    void aDecisionIsOnRecord() {
        desk.decide(new CalendarOverride(MONDAY, false, "臨時休業日"), "operator7");

        assertThat(jdbc.sql("select actor || ' ' || action || ' ' || subject || ' ' || detail from audit_entry")
                        .query(String.class)
                        .list())
                .contains("operator7 day-closed 2026-11-30 臨時休業日");
    }
}
