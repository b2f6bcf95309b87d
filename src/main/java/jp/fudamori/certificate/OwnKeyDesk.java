package jp.fudamori.certificate;

import static jp.fudamori.certificate.OwnKeyReason.KEY_WAITS_ELSEWHERE;
import static jp.fudamori.certificate.OwnKeyReason.TOO_MANY_KEYS;

import java.time.Clock;
import java.util.List;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.application.CertificateApplication.Undecided;
import jp.fudamori.application.LineNumber;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.ca.KeyGate;
import jp.fudamori.ca.OfferedKey;
import jp.fudamori.certificate.OwnKeys.Place;
import jp.fudamori.certificate.OwnKeys.Use;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.common.TypedText;
import jp.fudamori.institution.InstitutionCode;

/**
 * 持込鍵: takes public keys of clinics that make their keys themselves. A key waits for an application of its clinic that
 * names its terminal; from then on it belongs to that line. It is checked when it is offered, submitted, approved and
 * certified, each time through {@link KeyGate}.
 */
@DomainService
public class OwnKeyDesk {

    /** As many as an application may have lines. */
    private static final int MOST_WAITING = LineNumber.MOST;

    private final OwnKeys keys;
    private final KeyGate gate;
    private final ApplicationDesk applications;
    private final AuditTrail audit;
    private final Clock clock;

    OwnKeyDesk(OwnKeys keys, KeyGate gate, ApplicationDesk applications, AuditTrail audit, Clock clock) {
        this.keys = keys;
        this.gate = gate;
        this.applications = applications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes the key of a terminal; an earlier one that still waits for the same terminal makes room.
     *
     * @param terminalName exactly as the application will name it
     * @param request PKCS#10, PEM or DER
     * @throws Refusal {@code text-not-allowed}, {@code key-waits-elsewhere}, {@code too-many-keys}, or one of
     *     {@link jp.fudamori.ca.AuthorityReason}
     */
    public void offer(InstitutionCode institution, String terminalName, byte[] request, AccountId by) {
        var place = new Place(institution, TypedText.checked("端末名称等", terminalName));
        var offered = gate.read(request);
        keys.lock(institution);
        keys.useOf(offered.hash()).ifPresent(use -> makeRoom(use, place, offered));
        keys.removeWaiting(place);
        if (keys.waiting(institution).size() >= MOST_WAITING) {
            throw new Refusal(TOO_MANY_KEYS, "申請を待つ鍵は%d個まで登録できます。使わない鍵を取り消してください。".formatted(MOST_WAITING));
        }
        keys.add(place, offered, by, clock.instant());
        audit.record(by.value(), "own-key-offered", institution.value(), place.terminalName());
    }

    /** A key of an application that came to nothing may be offered again by its owner, and nobody else's ever. */
    private void makeRoom(Use use, Place place, OfferedKey offered) {
        var isFree = use.place().institution().equals(place.institution())
                && use.line().map(this::cameToNothing).orElse(use.place().equals(place));
        if (!isFree) {
            throw new Refusal(KEY_WAITS_ELSEWHERE, "この鍵は、すでに別の端末のために登録されています。端末ごとに新しい鍵を作成してください。");
        }
        keys.remove(offered.hash());
    }

    private boolean cameToNothing(LineNumber line) {
        return applications
                .find(line.application())
                .filter(application -> isOpen(application, line))
                .isEmpty();
    }

    private static boolean isOpen(CertificateApplication application, LineNumber line) {
        return application instanceof Undecided
                || application instanceof Approved approved && approved.lines().contains(line);
    }

    /** Forgets a key that waits; does nothing if none does. */
    public void withdraw(InstitutionCode institution, String terminalName, AccountId by) {
        keys.lock(institution);
        if (keys.removeWaiting(new Place(institution, terminalName))) {
            audit.record(by.value(), "own-key-withdrawn", institution.value(), terminalName);
        }
    }

    /** Returns the keys that wait for an application, by the names of their terminals. */
    public List<OwnKey> waiting(InstitutionCode institution) {
        return keys.waiting(institution);
    }

    /** Returns the keys that an application brings, in the order of its lines. */
    public List<OwnKey> of(ApplicationNumber application) {
        return keys.of(application);
    }

    /**
     * Binds the keys that wait for the terminals of an application to its lines.
     *
     * @throws Refusal one of {@link jp.fudamori.ca.AuthorityReason}, with the terminal
     */
    public void claim(Submission submission) {
        var particulars = submission.particulars();
        keys.lock(particulars.institution());
        for (var line : submission.lines()) {
            keys.claim(new Place(particulars.institution(), particulars.terminalName(line)), line);
        }
        check(submission);
    }

    /**
     * Checks the keys of an application once more.
     *
     * @throws Refusal one of {@link jp.fudamori.ca.AuthorityReason}, with the terminal
     */
    public void check(ApplicationNumber application) {
        check(applications.find(application).orElseThrow().submission());
    }

    private void check(Submission submission) {
        for (var line : submission.lines()) {
            var terminal = submission.particulars().terminalName(line);
            keys.find(line).ifPresent(key -> {
                try {
                    gate.check(key);
                } catch (Refusal refusal) {
                    throw new Refusal(refusal.reason(), "「%s」の鍵: %s".formatted(terminal, refusal.getMessage()));
                }
            });
        }
    }
}
