package jp.fudamori.application;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import jp.fudamori.application.Applications.KnownTerminal;
import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.common.Sha256;
import jp.fudamori.institution.CheckDigitRules;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;
import org.springframework.stereotype.Component;

/** An application seen together with what the registry and earlier applications tell about its clinic. */
@Component
class CaseFile {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Applications applications;
    private final InstitutionRegistry registry;
    private final CheckDigitRules checkDigits;
    private final EndingDesk endings;
    private final ApplicationDates dates;

    CaseFile(
            Applications applications,
            InstitutionRegistry registry,
            CheckDigitRules checkDigits,
            EndingDesk endings,
            ApplicationDates dates) {
        this.applications = applications;
        this.registry = registry;
        this.checkDigits = checkDigits;
        this.endings = endings;
        this.dates = dates;
    }

    Findings findings(Submission submission, int corrections) {
        var particulars = submission.particulars();
        var code = particulars.institution();
        var institution = registry.find(code);
        return new Findings(
                submission.kind(),
                checkDigits.agree(code),
                institution.isPresent(),
                institution.map(this::registeredDays).orElse(0),
                particulars.terminalNames().size(),
                applications.rejectedSince(code, dates.now().minus(A_YEAR)),
                contactChanged(submission),
                repetitions(submission).size(),
                corrections,
                endings.lastDay(code));
    }

    /** Returns the terminals of a submitted application that another one has already, unless it replaces that one. */
    List<Repetition> repetitions(Submission submission) {
        if (submission.kind().isReplacement()) {
            return List.of();
        }
        return repetitions(
                submission.particulars().institution(),
                submission.particulars().terminalNames(),
                line -> !line.application().equals(submission.number()));
    }

    /** Returns the terminals that an application of the clinic has already. */
    List<Repetition> repetitions(InstitutionCode institution, List<String> terminalNames) {
        return repetitions(institution, terminalNames, line -> true);
    }

    /**
     * Returns what an officer sees of an application as one SHA-256 value: whatever changes, the value does.
     *
     * @return 64 hexadecimal digits
     */
    String hash(Submission submission, Map<LineNumber, String> refused) {
        var particulars = submission.particulars();
        var seen = List.of(
                submission.number(),
                particulars.contactName(),
                particulars.terminalNames(),
                particulars.applicant(),
                new TreeMap<>(refused),
                registry.find(particulars.institution()),
                registry.qualification(particulars.institution()));
        return Sha256.hex(seen.toString());
    }

    /** @throws jp.fudamori.common.Refusal {@code institution-ended} */
    void requireRunning(InstitutionCode institution) {
        endings.requireRunning(institution);
    }

    Promise promise(int reviewDays, int arrivalDays) {
        return dates.promise(reviewDays, arrivalDays);
    }

    Optional<String> lastContact(InstitutionCode institution) {
        return applications.contactBefore(institution, dates.now());
    }

    Instant now() {
        return dates.now();
    }

    LocalDate today() {
        return dates.today();
    }

    private List<Repetition> repetitions(
            InstitutionCode institution, List<String> terminalNames, Predicate<LineNumber> others) {
        var known = applications.terminalsOf(institution).stream()
                .filter(terminal -> others.test(terminal.line()))
                .toList();
        return terminalNames.stream()
                .flatMap(name -> earlier(name, known).stream())
                .toList();
    }

    private static Optional<Repetition> earlier(String name, List<KnownTerminal> known) {
        return known.stream()
                .filter(terminal -> plain(terminal.name()).equals(plain(name)))
                .findFirst()
                .map(terminal -> new Repetition(name, terminal.line()));
    }

    /** Width, case and blanks do not make another terminal. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }

    private int registeredDays(Institution institution) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(institution.registeredOn(), dates.today()));
    }

    private boolean contactChanged(Submission submission) {
        return applications
                .contactBefore(submission.particulars().institution(), submission.submittedAt())
                .filter(before -> !before.equals(submission.particulars().contactName()))
                .isPresent();
    }
}
