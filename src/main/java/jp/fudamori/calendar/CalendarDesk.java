package jp.fudamori.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import org.springframework.context.ApplicationEventPublisher;

/** Lets operators change single days of the {@link BusinessCalendar}. Deadlines already promised do not move. */
@DomainService
public class CalendarDesk {

    private static final Pattern FORBIDDEN = Pattern.compile("[<>\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");

    private final CalendarOverrides overrides;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    CalendarDesk(CalendarOverrides overrides, AuditTrail audit, ApplicationEventPublisher events) {
        this.overrides = overrides;
        this.audit = audit;
        this.events = events;
    }

    /** Returns the calendar as the table has it now, also what the caller's own transaction has decided. */
    public BusinessCalendar calendar() {
        return BusinessCalendar.byLawExcept(overrides.all());
    }

    /** Every day that was decided otherwise, in order. */
    public List<CalendarOverride> overrides() {
        return overrides.all();
    }

    /**
     * Decides a day otherwise than calculated, in place of any earlier decision about it. Counts at once on this node
     * and within half a minute on every other.
     *
     * @param operator account id of who decided
     */
    public void decide(CalendarOverride override, String operator) {
        overrides.save(override);
        audit.record(
                operator,
                override.open() ? "day-opened" : "day-closed",
                override.day().toString(),
                override.name());
        events.publishEvent(new CalendarChanged(override.day()));
    }

    /**
     * The same, for what somebody typed.
     *
     * @param name Japanese name of the day, 1 to 50 characters
     * @throws Refusal {@code day-out-of-range}, {@code name-not-allowed}
     */
    public void decide(LocalDate day, boolean open, String name, String operator) {
        if (day.getYear() < JapaneseHolidays.FIRST_YEAR || day.getYear() > JapaneseHolidays.LAST_YEAR) {
            throw new Refusal(CalendarReason.DAY_OUT_OF_RANGE, "日付は1980年から2099年までの日を入力してください。");
        }
        var stripped = name.strip();
        if (FORBIDDEN.matcher(stripped).find() || stripped.isEmpty() || stripped.length() > 50) {
            throw new Refusal(CalendarReason.NAME_NOT_ALLOWED, "名称は、制御文字と < > を使わずに、1～50文字で入力してください。");
        }
        decide(new CalendarOverride(day, open, stripped), operator);
    }

    /**
     * Takes a decision back, so that the day is again as calculated; does nothing where there is none.
     *
     * @param operator account id of who took it back
     */
    public void withdraw(LocalDate day, String operator) {
        if (overrides.delete(day)) {
            audit.record(operator, "day-decision-withdrawn", day.toString(), "");
            events.publishEvent(new CalendarChanged(day));
        }
    }
}
