package jp.fudamori.institution;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.sheet.Refused;
import jp.fudamori.sheet.Row;
import jp.fudamori.sheet.SheetReader;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Knows every medical institution and its 利用申請, and takes in the files they come from.
 *
 * <p>A file is CSV (RFC 4180) in UTF-8 or Windows-31J, 32 MiB, 100,000 rows and 2,000 characters a row at most. Its
 * header names the columns in Japanese or English, in any order; columns of other names are left unread. Codes, postal
 * codes, phone numbers and days may be written in full width. A check digit that does not agree is taken in [SOURCES:
 * registry-file].
 */
@DomainService
public class InstitutionRegistry {

    private static final String ACTOR = "registry";

    private final Institutions institutions;
    private final Qualifications qualifications;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    InstitutionRegistry(
            Institutions institutions,
            Qualifications qualifications,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.institutions = institutions;
        this.qualifications = qualifications;
        this.audit = audit;
        this.events = events;
    }

    public Optional<Institution> find(InstitutionCode code) {
        return institutions.find(code);
    }

    /** Returns those of the institutions that are registered, in no order. */
    public List<Institution> find(Collection<InstitutionCode> codes) {
        return institutions.find(codes);
    }

    /** Returns the 利用申請 on file; empty where there is none, and where the institution is not registered. */
    public Optional<Qualification> qualification(InstitutionCode code) {
        return qualifications.find(code);
    }

    /**
     * As {@link #qualification}, and the answer "none" stays true until this transaction ends: who goes on to wait for
     * {@link QualificationsAccepted} cannot miss it.
     */
    public Optional<Qualification> settledQualification(InstitutionCode code) {
        institutions.lock(code);
        return qualifications.find(code);
    }

    /**
     * Puts a 利用申請 on file, in place of an earlier one of the same institution.
     *
     * @throws Refusal {@code institution-unknown} where the institution is not registered
     */
    public void accept(Qualification qualification) {
        if (institutions.find(qualification.institution()).isEmpty()) {
            throw new Refusal(
                    InstitutionReason.INSTITUTION_UNKNOWN,
                    "医療機関コード %s は登録されていません。".formatted(qualification.institution()));
        }
        boolean first = qualifications.save(qualification);
        audit.record(
                ACTOR, "qualification-accepted", qualification.institution().value(), "");
        if (first) {
            announce(Set.of(qualification.institution()));
        }
    }

    /** As {@link #importInstitutions(InputStream, String)}, on behalf of the server itself. */
    public Import importInstitutions(InputStream csv) {
        return importInstitutions(csv, ACTOR);
    }

    /**
     * Takes in a file of institutions whole, or nothing of it. Institutions that are not in the file stay as they are.
     *
     * <p>Columns: 医療機関コード {@code code}, 名称 {@code name}, 分類 {@code classification} (1 to 4), 郵便番号 {@code postal_code},
     * 所在地 {@code address}, 電話番号 {@code phone}, 登録日 {@code registered_on}.
     *
     * @param actor account id of who handed it in
     */
    public Import importInstitutions(InputStream csv, String actor) {
        var reading = SheetReader.read(RegistrySheets.INSTITUTIONS, csv);
        if (!reading.accepted()) {
            return Import.refused(reading.refused());
        }
        var imported = institutions.merge(reading.values());
        record(actor, "institutions-imported", imported);
        return imported;
    }

    /** As {@link #importQualifications(InputStream, String)}, on behalf of the server itself. */
    public Import importQualifications(InputStream csv) {
        return importQualifications(csv, ACTOR);
    }

    /**
     * Takes in a file of 利用申請 whole, or nothing of it; each must be of a registered institution.
     *
     * <p>Columns: 医療機関コード {@code code}, 受付日 {@code accepted_on}, 支払方法 {@code payment_method} (控除 {@code DEDUCTION} or
     * 払込 {@code INVOICE}).
     *
     * @param actor account id of who handed it in
     */
    public Import importQualifications(InputStream csv, String actor) {
        var reading = SheetReader.read(RegistrySheets.QUALIFICATIONS, csv);
        if (!reading.accepted()) {
            return Import.refused(reading.refused());
        }
        var unknown = ofUnknownInstitutions(reading.rows());
        if (!unknown.isEmpty()) {
            return Import.refused(unknown);
        }
        var merged = qualifications.merge(reading.values());
        record(actor, "qualifications-imported", merged.counted());
        announce(merged.added());
        return merged.counted();
    }

    private void announce(Set<InstitutionCode> accepted) {
        if (!accepted.isEmpty()) {
            events.publishEvent(new QualificationsAccepted(accepted));
        }
    }

    private List<Refused> ofUnknownInstitutions(List<Row<Qualification>> rows) {
        Set<InstitutionCode> unregistered = institutions.unregistered(
                rows.stream().map(row -> row.value().institution()).toList());
        return rows.stream()
                .filter(row -> unregistered.contains(row.value().institution()))
                .limit(SheetReader.MOST_REFUSALS)
                .map(row -> new Refused(row.line(), "医療機関コード", "登録されていない医療機関コードです。"))
                .toList();
    }

    private void record(String actor, String action, Import imported) {
        audit.record(
                actor,
                action,
                "registry",
                "added %d, changed %d, same %d".formatted(imported.added(), imported.changed(), imported.same()));
    }
}
