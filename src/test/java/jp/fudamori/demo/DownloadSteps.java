package jp.fudamori.demo;

import static jp.fudamori.demo.JourneyWorld.ADMINISTRATOR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import jp.fudamori.demo.Journey.Step;

/** The clinic downloads with what the letter says; certificates, process and mails are as they must be. */
final class DownloadSteps {

    private final JourneyCase application;
    private final List<String> subjects;

    /** @param subjects of all mails that the clinic must have got about this application, in their order */
    DownloadSteps(JourneyCase application, List<String> subjects) {
        this.application = application;
        this.subjects = subjects;
    }

    List<Step> steps() {
        return List.of(
                new Step("医療機関: 証明書をダウンロードする", this::download),
                new Step("医療機関: 証明書を検証する", this::verifyCertificates),
                new Step("システム: 申請が完了している", this::end),
                new Step("メール: 過不足なく、秘密が含まれていない", this::verifyMails));
    }

    private String download() throws IOException {
        for (int page = 0; page < application.secrets().size(); page++) {
            var pkcs12 =
                    application.world().clients().download(application.secrets().get(page));
            Files.write(folder(page).resolve("certificate.p12"), pkcs12);
        }
        return "%d枚、%s".formatted(application.secrets().size(), application.folder());
    }

    private String verifyCertificates() throws IOException {
        var serials = new HashSet<String>();
        var remark = "";
        for (int page = 0; page < application.secrets().size(); page++) {
            var issued = open(page);
            serials.add(issued.certificate().getSerialNumber().toString(16));
            remark = verify(issued, page);
        }
        Expect.same("異なる証明書の数", application.secrets().size(), serials.size());
        return "%d枚、%s".formatted(serials.size(), remark);
    }

    private IssuedKeyStore open(int page) throws IOException {
        return IssuedKeyStore.open(Files.readAllBytes(folder(page).resolve("certificate.p12")), password(page));
    }

    private String verify(IssuedKeyStore issued, int page) throws IOException {
        var now = application.world().clock().instant();
        issued.checkValidity(application.approvedOn());
        issued.checkChain(now);
        issued.writeTo(folder(page));
        var openSsl = IssuedKeyStore.checkWithOpenSsl(folder(page), password(page), now);
        return "%s から %s まで有効、PKIX に合格、%s".formatted(issued.validFrom(), issued.validUntil(), openSsl);
    }

    private String password(int page) {
        return application.secrets().get(page).password();
    }

    private Path folder(int page) throws IOException {
        return Files.createDirectories(application.folder().resolve("certificate-%d".formatted(page + 1)));
    }

    private String end() {
        return awaitEnd(application);
    }

    static String awaitEnd(JourneyCase application) {
        var instance = "/history/process-instance/" + application.instance();
        var engine = application.world().clients().engine(ADMINISTRATOR);
        return Patience.await(
                "プロセスが終わりません。",
                () -> Optional.of(engine.get(instance).get("state").textValue()).filter("COMPLETED"::equals));
    }

    private String verifyMails() throws IOException {
        var mails = application.world().mails();
        mails.writeTexts(application.world().folder().resolve("mail"));
        Expect.same("医療機関へのメール", subjects, mails.subjects(application.clinic(), application.number()));
        for (var secrets : application.secrets()) {
            mails.checkFreeOf(secrets.all());
        }
        return String.join("、", subjects);
    }
}
