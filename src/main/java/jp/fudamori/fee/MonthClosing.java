package jp.fudamori.fee;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.fudamori.account.AccountId;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.common.Refusal;
import jp.fudamori.fee.Statement.Addressed;
import jp.fudamori.fee.Statements.Balance;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;
import org.springframework.stereotype.Component;

/** Makes the statements of a month out of its entries. */
@Component
class MonthClosing {

    private final Statements statements;
    private final InstitutionRegistry registry;
    private final BusinessCalendar calendar;
    private final FeeSettings settings;
    private final Clock clock;

    MonthClosing(
            Statements statements,
            InstitutionRegistry registry,
            BusinessCalendar calendar,
            FeeSettings settings,
            Clock clock) {
        this.statements = statements;
        this.registry = registry;
        this.calendar = calendar;
        this.settings = settings;
        this.clock = clock;
    }

    /** Needs {@link Statements#lock}, so that no entry comes in between. */
    Closing close(YearMonth month, AccountId by) {
        requireOver(month);
        requireEarlierMonthsClosed(month);
        var collection = month.plusMonths(settings.collectionMonthOffset());
        var closing = new Closing(month, collection, lastBusinessDay(collection), clock.instant(), by);
        statements.add(closing, statements(month));
        return closing;
    }

    private void requireOver(YearMonth month) {
        if (!month.isBefore(YearMonth.now(clock))) {
            throw new Refusal(
                    FeeReason.MONTH_NOT_OVER, "%sはまだ終わっていないため、締めることができません。翌月1日以降に締めてください。".formatted(japanese(month)));
        }
    }

    private void requireEarlierMonthsClosed(YearMonth month) {
        if (statements.hasEntriesInAnOpenMonthBefore(month)) {
            throw new Refusal(
                    FeeReason.EARLIER_MONTH_OPEN, "%sより前に、締めていない月があります。古い月から順に締めてください。".formatted(japanese(month)));
        }
    }

    private LocalDate lastBusinessDay(YearMonth month) {
        var day = month.atEndOfMonth();
        while (!calendar.isOpen(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private List<Statement> statements(YearMonth month) {
        var balances = statements.balances(month);
        var addressees = addressees(balances);
        return IntStream.range(0, balances.size())
                .mapToObj(index -> {
                    var balance = balances.get(index);
                    return new Statement(
                            "%tY%<tm-%06d".formatted(month.atDay(1), index + 1),
                            balance.method(),
                            balance.institution(),
                            addressees.getOrDefault(balance.institution(), Addressed.UNKNOWN),
                            balance.posted(),
                            balance.cancelled(),
                            balance.amountYen());
                })
                .toList();
    }

    private Map<InstitutionCode, Addressed> addressees(List<Balance> balances) {
        var codes = balances.stream().map(Balance::institution).distinct().toList();
        return registry.find(codes).stream()
                .collect(toMap(
                        Institution::code,
                        institution ->
                                new Addressed(institution.name(), institution.postalCode(), institution.address())));
    }

    static String japanese(YearMonth month) {
        return "%d年%d月".formatted(month.getYear(), month.getMonthValue());
    }
}
