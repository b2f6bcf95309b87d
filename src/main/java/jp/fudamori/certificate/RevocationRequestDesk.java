package jp.fudamori.certificate;

import static jp.fudamori.certificate.RevocationRefusal.NOTE_MISSING;
import static jp.fudamori.certificate.RevocationRefusal.REASON_NOT_OPEN_TO_CLINICS;
import static jp.fudamori.certificate.RevocationRefusal.REQUEST_DECIDED;
import static jp.fudamori.certificate.RevocationRefusal.SAME_OFFICER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.RevocationRequest.CarriedOut;
import jp.fudamori.certificate.RevocationRequest.Dropped;
import jp.fudamori.certificate.RevocationRequest.Grounds;
import jp.fudamori.certificate.RevocationRequest.Opened;
import jp.fudamori.certificate.RevocationRequest.Pending;
import jp.fudamori.certificate.RevocationRequest.Stated;
import jp.fudamori.certificate.RevocationRequest.Wish;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionCode;

/** 失効の依頼: takes requests to revoke from their first word to the end. Revoking itself is {@link RevocationDesk}'s. */
@DomainService
public class RevocationRequestDesk {

    /** What a clinic can know of its own certificates; the others are the office's to say. */
    public static final Set<RevocationReason> OPEN_TO_CLINICS =
            Set.of(RevocationReason.KEY_COMPROMISE, RevocationReason.CESSATION_OF_OPERATION);

    private final RevocationRequests requests;
    private final Revocable revocable;
    private final RevocationDesk desk;
    private final CertificateRecords records;

    RevocationRequestDesk(
            RevocationRequests requests, Revocable revocable, RevocationDesk desk, CertificateRecords records) {
        this.requests = requests;
        this.revocable = revocable;
        this.desk = desk;
        this.records = records;
    }

    /**
     * Begins a request of a clinic about certificates of its own.
     *
     * @param by the clinic, or the call centre for it
     * @throws Refusal {@code certificate-unknown} also for those of other clinics, {@code already-revoked},
     *     {@code already-expired}
     */
    public RequestId openForClinic(InstitutionCode institution, List<LineNumber> lines, String by) {
        revocable.require(institution, lines);
        return open(institution, lines, false, by);
    }

    /**
     * Begins a request of the office about certificates of one institution; another person must agree to it.
     *
     * @throws Refusal as {@link #openForClinic}
     */
    public RequestId openForOffice(List<LineNumber> lines, String officer) {
        var institution = revocable.institutionOf(lines);
        revocable.require(institution, lines);
        return open(institution, lines, true, officer);
    }

    /**
     * Orders a revocation that follows from something else, and that nobody need agree to. Those of the lines that are
     * revoked already or have expired are left out; where none is left, nothing happens.
     *
     * @param lines issued, of one institution
     * @param by account, or name of the process
     */
    public void order(List<LineNumber> lines, RevocationReason reason, String by, String note) {
        var valid = revocable.valid(lines);
        if (valid.isEmpty()) {
            return;
        }
        var id = open(revocable.institutionOf(valid), valid, false, by);
        requests.save(new Opened(find(id).wish()).state(new Grounds(reason, note)));
        records.ordered(id);
    }

    public RevocationRequest find(RequestId id) {
        return requests.lock(id).orElseThrow(() -> new IllegalStateException("no request " + id));
    }

    /**
     * Takes why it shall be done.
     *
     * @param note of the office for whoever must agree; may be empty for a clinic
     * @throws Refusal {@code reason-not-open-to-clinics}, {@code note-missing}, {@code request-decided}
     */
    public void state(RequestId id, RevocationReason reason, String note) {
        var pending = pending(id);
        if (!pending.wish().byOffice() && !OPEN_TO_CLINICS.contains(reason)) {
            throw new Refusal(REASON_NOT_OPEN_TO_CLINICS, "この理由は、発行センターだけが選べます。");
        }
        if (pending.wish().byOffice() && note.isBlank()) {
            throw new Refusal(NOTE_MISSING, "承認する人のために、失効させる理由のくわしい内容を入力してください。");
        }
        requests.save(pending.state(new Grounds(reason, note.strip())));
    }

    /**
     * Another officer agrees to a request of the office, which {@link #carryOut} then does under that name.
     *
     * @throws Refusal {@code same-officer}, {@code request-decided}
     */
    public void requireOther(RequestId id, String officer) {
        if (stated(id).isOwn(officer)) {
            throw new Refusal(SAME_OFFICER, "失効を依頼した人は、承認することができません。ほかの審査責任者に依頼してください。");
        }
    }

    /**
     * Revokes what the request is about. What was revoked meanwhile stays as it was; told a second time, it does
     * nothing.
     *
     * @param by who agreed
     */
    public CarriedOut carryOut(RequestId id, String by) {
        var found = find(id);
        if (found instanceof CarriedOut done) {
            return done;
        }
        var stated = stated(id);
        var grounds = stated.grounds();
        var revoked = stated.wish().lines().stream()
                .sorted()
                .filter(line -> desk.revoke(line, grounds.reason(), by, grounds.note()))
                .toList();
        var done = stated.carryOut(by, records.now(), revoked);
        requests.save(done);
        return done;
    }

    /**
     * Ends a request that came to nothing. Told a second time, it does nothing.
     *
     * @throws Refusal {@code request-decided}
     */
    public void drop(RequestId id, String by) {
        if (!(find(id) instanceof Dropped)) {
            requests.save(pending(id).drop(by, records.now()));
            records.request("revocation-dropped", id, by);
        }
    }

    /**
     * Does not agree to a request of the office.
     *
     * @throws Refusal {@code same-officer}, {@code request-decided}
     */
    public void refuse(RequestId id, String officer) {
        requireOther(id, officer);
        requests.save(stated(id).refuse(officer, records.now()));
        records.request("revocation-refused", id, officer);
    }

    private RequestId open(InstitutionCode institution, List<LineNumber> lines, boolean byOffice, String by) {
        var id = new RequestId(UUID.randomUUID());
        requests.add(new Opened(new Wish(id, institution, lines, byOffice, by, records.now())));
        records.request("revocation-requested", id, by);
        return id;
    }

    private Pending pending(RequestId id) {
        return Optional.of(find(id))
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .orElseThrow(RevocationRequestDesk::decided);
    }

    private Stated stated(RequestId id) {
        return Optional.of(find(id))
                .filter(Stated.class::isInstance)
                .map(Stated.class::cast)
                .orElseThrow(RevocationRequestDesk::decided);
    }

    private static Refusal decided() {
        return new Refusal(REQUEST_DECIDED, "この失効の依頼は、すでに終わっています。");
    }
}
