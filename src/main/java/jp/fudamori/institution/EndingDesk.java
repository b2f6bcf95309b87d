package jp.fudamori.institution;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.common.Refusal;
import jp.fudamori.sheet.Row;
import jp.fudamori.sheet.SheetReader;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Knows which codes of institutions ended, and what took their place; an ending is recorded once and stays, unless it
 * was wrong.
 */
@DomainService
public class EndingDesk {

    private final Endings endings;
    private final Institutions institutions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndingDesk(
            Endings endings,
            Institutions institutions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.endings = endings;
        this.institutions = institutions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Returns how the code ended, or will. */
    public Optional<Ending> of(InstitutionCode code) {
        return endings.find(code);
    }

    /** Returns the ending whose successor the institution is. */
    public Optional<Ending> before(InstitutionCode successor) {
        return endings.ofSuccessor(successor);
    }

    /** Returns the last day of a code that ends, or has ended. */
    public Optional<LocalDate> lastDay(InstitutionCode code) {
        return endings.inForce(code).map(Ending::closedOn);
    }

    /**
     * Returns whether the last day of the code is over, as far as the registry tells: also while somebody still looks
     * whether it is wrong.
     */
    public boolean hasEnded(InstitutionCode code) {
        return ended(code).isPresent();
    }

    /**
     * Makes sure that a code may get certificates: after its last day it gets none, also not while the old ones are
     * still good [ADR 0028].
     *
     * @throws Refusal {@code institution-ended}
     */
    public void requireRunning(InstitutionCode code) {
        ended(code).ifPresent(ending -> {
            throw new Refusal(InstitutionReason.INSTITUTION_ENDED, explain(ending));
        });
    }

    /**
     * Until this transaction ends, no ending is recorded and none {@link #carryOut carried out}: what
     * {@link #requireRunning} has found stays so, but for the clock.
     */
    public void holdStill() {
        endings.share();
    }

    /** Waits for those who hold endings still: what they did for a code, is seen by whoever now acts on its end. */
    public void carryOut() {
        endings.await();
    }

    /** The record was wrong: from now on it is as if the code had not ended. Told a second time, it does nothing. */
    public void withdraw(InstitutionCode code) {
        endings.withdraw(code, clock.instant());
    }

    private Optional<Ending> ended(InstitutionCode code) {
        return endings.inForce(code).filter(ending -> LocalDate.now(clock).isAfter(ending.closedOn()));
    }

    private static String explain(Ending ending) {
        var next = ending.successor()
                .map(successor -> "承継先の医療機関コード（%s）で登録し、発行を申請してください。".formatted(successor))
                .orElse("廃止にお心当たりのないときは、コールセンターへお問い合わせください。");
        return "医療機関コード %s は%sで廃止されたため、電子証明書を発行できません。%s"
                .formatted(ending.code(), JapaneseDates.plain(ending.closedOn()), next);
    }

    /**
     * Lets one transaction at a time look whether a successor is registered, or tell that it is: who goes on to wait
     * for that, cannot miss it.
     */
    public void settle(InstitutionCode successor) {
        institutions.lock(successor);
    }

    /** Returns the endings whose successors are among the institutions. */
    public List<Ending> before(Collection<InstitutionCode> successors) {
        return endings.ofSuccessors(successors);
    }

    /**
     * Takes in a file of endings whole, or nothing of it. Both codes must be registered; a successor is that of one
     * code only, neither its own nor, over any number of steps, its predecessor's. What is on file already just so, is
     * counted as the same. Of a code whose record was {@link #withdraw wrong}, another one is taken in; the wrong one,
     * told once more, is passed over and counted as wrong.
     *
     * <p>Columns: 医療機関コード {@code code}, 廃止日 {@code closed_on}, 承継先医療機関コード {@code successor} (blank where the
     * institution closes for good) [SOURCES: succession-file].
     *
     * @param actor account id of who handed it in
     */
    public Import importEndings(InputStream csv, String actor) {
        var reading = SheetReader.read(RegistrySheets.ENDINGS, csv);
        if (!reading.accepted()) {
            return Import.refused(reading.refused());
        }
        endings.await();
        endings.lock();
        var known = endings.all();
        var rules =
                new EndingRules(known, endings.wrong(), institutions.unregistered(EndingRules.codes(reading.values())));
        var objections = rules.objections(reading.rows());
        if (!objections.isEmpty()) {
            return Import.refused(objections);
        }
        var told = reading.rows().stream()
                .map(Row::value)
                .flatMap(row -> row.ending().stream())
                .toList();
        var counting = told.stream().filter(rules::counts).toList();
        var added = counting.stream()
                .filter(ending -> !known.containsKey(ending.code()))
                .toList();
        added.forEach(ending -> endings.add(ending, clock.instant()));
        var imported =
                new Import(added.size(), 0, counting.size() - added.size(), told.size() - counting.size(), List.of());
        audit.record(
                actor,
                "endings-imported",
                "registry",
                "added %d, same %d, wrong %d".formatted(imported.added(), imported.same(), imported.wrong()));
        if (!added.isEmpty()) {
            events.publishEvent(new InstitutionsEnded(added));
        }
        return imported;
    }
}
