package jp.fudamori.succession;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.Ending;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.succession.Succession.State;

/** Decides what becomes of an institution whose code ends: 承継, 廃止, or nothing because the record was wrong. */
@DomainService
public class SuccessionDesk {

    /** For how many days after the last day of the code its certificates are good [SOURCES: transition]. */
    public static final int TRANSITION_DAYS = 120;

    private final EndingDesk endings;
    private final Successions successions;
    private final Doubts doubts;
    private final AuditTrail audit;
    private final Clock clock;

    SuccessionDesk(EndingDesk endings, Successions successions, Doubts doubts, AuditTrail audit, Clock clock) {
        this.endings = endings;
        this.successions = successions;
        this.doubts = doubts;
        this.audit = audit;
        this.clock = clock;
    }

    static LocalDate transitionEnd(Ending ending) {
        return ending.closedOn().plusDays(TRANSITION_DAYS);
    }

    /**
     * Looks at an ending; a second time it says what it said the first time. Where the record before was wrong and
     * another one has come since, it looks anew.
     */
    public Succession assess(InstitutionCode code) {
        var ending = ending(code);
        if (endings.lastDay(code).isPresent()) {
            successions.putRejectedAside(code);
        }
        successions.add(code, doubts.about(ending));
        return successions.find(ending).orElseThrow();
    }

    /** Returns what is done about the ending of a code; empty where it has not ended, or nobody looked yet. */
    public Optional<Succession> of(InstitutionCode code) {
        return endings.of(code).flatMap(successions::find);
    }

    /** Returns the succession that leads to a code. */
    public Optional<Succession> to(InstitutionCode successor) {
        return endings.before(successor).flatMap(successions::find);
    }

    /** See {@link EndingDesk#settle}. */
    void settle(InstitutionCode code) {
        ending(code).successor().ifPresent(endings::settle);
    }

    /** What somebody decides about a doubtful record. */
    public enum Decision {
        SUCCESSION,
        CLOSING,
        WRONG
    }

    /**
     * Keeps what somebody decided and why; what follows, the caller does.
     *
     * @param note 1 to 200 characters
     * @throws Refusal {@code no-successor}, {@code note-missing}, {@code already-decided}
     */
    public void decide(InstitutionCode code, Decision decision, String note, AccountId by) {
        var ending = ending(code);
        var found = successions.lock(ending).orElseThrow();
        if (found.state() != State.ASSESSED) {
            throw new Refusal(SuccessionReason.ALREADY_DECIDED, "この廃止の取扱いは、すでに決まっています。");
        }
        if (decision == Decision.SUCCESSION && ending.successor().isEmpty()) {
            throw new Refusal(SuccessionReason.NO_SUCCESSOR, "承継先の医療機関コードがないため、承継として進められません。");
        }
        if (note.isBlank()) {
            throw new Refusal(SuccessionReason.NOTE_MISSING, "確認した内容を入力してください。");
        }
        successions.decided(code, note.strip(), by, clock.instant());
        if (decision != Decision.SUCCESSION) {
            successions.save(code, decision == Decision.WRONG ? State.REJECTED : State.CLOSING);
        }
        if (decision == Decision.WRONG) {
            endings.withdraw(code);
        }
        audit.record(by.value(), "ending-decided", code.value(), decision.name());
    }

    /** The code goes on in another one: its certificates are good for 120 days more, at most to their own end. */
    public LocalDate succeed(InstitutionCode code) {
        var ending = ending(code);
        var until = transitionEnd(ending);
        if (successions.lock(ending).orElseThrow().state() == State.ASSESSED) {
            successions.begin(code, until);
            audit.record("succession", "succession-begun", code.value(), "until " + until);
        }
        return until;
    }

    /** The code ends for good; returns its last day. */
    public LocalDate close(InstitutionCode code) {
        var ending = ending(code);
        if (successions.lock(ending).orElseThrow().state() == State.ASSESSED) {
            successions.save(code, State.CLOSING);
        }
        return ending.closedOn();
    }

    boolean hasEnded(InstitutionCode code) {
        return endings.hasEnded(code);
    }

    /** See {@link EndingDesk#carryOut}. */
    void carryOut() {
        endings.carryOut();
    }

    void ended(InstitutionCode code) {
        successions.save(code, State.ENDED);
    }

    private Ending ending(InstitutionCode code) {
        return endings.of(code).orElseThrow(() -> new IllegalStateException("has not ended: " + code));
    }
}
