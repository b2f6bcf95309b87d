package jp.fudamori.institution;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.sheet.Row;
import jp.fudamori.sheet.SheetReader;
import org.springframework.context.ApplicationEventPublisher;

/** Knows which codes of institutions ended, and what took their place; an ending is recorded once and stays. */
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

    /**
     * Lets one transaction at a time look whether a successor is registered, or tell that it is: who goes on to wait
     * for that, cannot miss it.
     */
    public void settle(InstitutionCode successor) {
        institutions.lock(successor);
    }

    /**
     * Takes in a file of endings whole, or nothing of it. Both codes must be registered; a successor is that of one
     * code only, neither its own nor, over any number of steps, its predecessor's. What is on file already just so, is
     * counted as the same.
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
        endings.lock();
        var known = endings.all();
        var rules = new EndingRules(known, institutions.unregistered(EndingRules.codes(reading.values())));
        var objections = rules.objections(reading.rows());
        if (!objections.isEmpty()) {
            return Import.refused(objections);
        }
        var added = reading.rows().stream()
                .map(Row::value)
                .flatMap(row -> row.ending().stream())
                .filter(ending -> !known.containsKey(ending.code()))
                .toList();
        added.forEach(ending -> endings.add(ending, clock.instant()));
        var imported = new Import(added.size(), 0, reading.rows().size() - added.size(), List.of());
        audit.record(
                actor,
                "endings-imported",
                "registry",
                "added %d, same %d".formatted(imported.added(), imported.same()));
        if (!added.isEmpty()) {
            events.publishEvent(new InstitutionsEnded(added));
        }
        return imported;
    }
}
