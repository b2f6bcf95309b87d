package jp.fudamori.notice;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication.Submission;
import jp.fudamori.application.CertificateApplication.Submitted;
import jp.fudamori.application.LineNumber;
import jp.fudamori.application.Particulars;
import jp.fudamori.application.Promise;
import jp.fudamori.calendar.BusinessCalendar;
import jp.fudamori.certificate.LetterSecrets;
import jp.fudamori.institution.Classification;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.PointTable;
import jp.fudamori.paper.Office;

/** A dental clinic in Tokyo that applied on 20 November 2026. */
final class Example {

    static final InstitutionCode CODE = new InstitutionCode("1330100016");
    static final AccountId CLINIC = new AccountId("sakura@clinic.example");
    static final String CLINIC_NAME = "医療法人社団さくら会　さくら歯科クリニック";
    static final String ADDRESS = "東京都千代田区丸の内一丁目2番3号　丸の内さくらビルディング4階";
    static final String CONTACT = "医療事務課　髙﨑 德濵";
    static final String TERMINAL = "オンライン資格確認パソコン";

    static final Office OFFICE = new Office(
            "札守電子証明書発行センター（デモ）",
            "100-0000",
            "東京都千代田区見本町1-2-3 札守ビル",
            "000-0000-0000",
            "平日 9時00分から17時00分まで（土日・祝日・年末年始を除く）",
            URI.create("https://portal.fudamori.example/applications"),
            URI.create("https://download.fudamori.example/download"));

    private Example() {}

    static Institution institution(String name, String address) {
        return new Institution(
                CODE,
                name,
                Classification.DENTAL,
                PointTable.DENTAL,
                "100-0005",
                address,
                "03-0000-0000",
                LocalDate.of(2020, 4, 1));
    }

    static Institution institution() {
        return institution(CLINIC_NAME, ADDRESS);
    }

    static Account clinic() {
        return new Account(CLINIC, CLINIC_NAME, CLINIC.value(), Set.of(Role.CLINIC), Optional.of(CODE));
    }

    static Submitted application(ApplicationNumber number, String contactName, String terminalName) {
        return application(number, contactName, List.of(terminalName));
    }

    static Submitted application(ApplicationNumber number, String contactName, List<String> terminalNames) {
        var submission = new Submission(
                number,
                ApplicationKind.NEW,
                new Particulars(CODE, CLINIC, contactName, terminalNames),
                Instant.parse("2026-11-20T01:00:00Z"),
                Promise.from(LocalDate.of(2026, 11, 20), 5, 5, BusinessCalendar.byLaw()));
        return new Submitted(submission, Optional.empty(), Optional.empty());
    }

    static Submitted application(ApplicationNumber number) {
        return application(number, CONTACT, TERMINAL);
    }

    static LetterContents letter(Dossier dossier) {
        var application = dossier.number();
        var names = dossier.particulars().terminalNames();
        var lines = IntStream.rangeClosed(1, names.size())
                .mapToObj(position -> line(new LineNumber(application, position), names.get(position - 1)))
                .toList();
        return new LetterContents(new LetterNumber("2026-000042"), LocalDate.of(2026, 11, 24), dossier, lines);
    }

    private static LetterContents.Line line(LineNumber number, String terminalName) {
        var secrets = number.position() == 1
                ? new LetterSecrets("RK7M-4TQX-9HWP", "C8FDR-W3ZK-P6HMX", "VB7QH-N4WXE-9TAR3-KGY6S")
                : new LetterSecrets("RK7M-4TQX-9H%02d".formatted(number.position()), "C8FDR-W3ZK-P6HMX", "VB7QH-N4WXE");
        return new LetterContents.Line(
                number,
                terminalName,
                "7f3a09c2e45b81d6aa10f2937c5e6b%02x".formatted(0x47 + number.position()),
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2030, 2, 24),
                LocalDate.of(2027, 5, 23),
                secrets);
    }

    /** A letter about so many terminals. */
    static LetterContents letter(int terminals) {
        var names = IntStream.rangeClosed(1, terminals)
                .mapToObj(number -> number % 7 == 0
                        ? "別館2階 医事課窓口の資格確認端末 %d号機（予備・夜間専用）".formatted(number)
                        : "受付%d号機".formatted(number))
                .toList();
        return letter(new Dossier(
                application(new ApplicationNumber("20261120-00001"), CONTACT, names), institution(), clinic()));
    }

    /** A letter about a certificate whose key the clinic has made. */
    static LetterContents letterForOwnKey() {
        var letter = letter();
        var line = letter.lines().get(0);
        var secrets = line.secrets();
        var own = new LetterContents.Line(
                line.number(),
                line.terminalName(),
                line.serial(),
                line.notBefore(),
                line.notAfter(),
                line.downloadUntil(),
                new LetterSecrets(secrets.referenceId(), secrets.authorizationCode(), ""));
        return new LetterContents(letter.number(), letter.issuedOn(), letter.dossier(), List.of(own));
    }

    static LetterContents letter() {
        return letter(new Dossier(application(new ApplicationNumber("20261120-00001")), institution(), clinic()));
    }
}
