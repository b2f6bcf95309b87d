package jp.fudamori.demo;

import static jp.fudamori.demo.JourneyCase.ADMINISTRATOR;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import jp.fudamori.demo.Journey.Step;

/** The clinic downloads with what the letter says; certificate, process and mails are as they must be. */
final class DownloadSteps {

    private final JourneyCase application;

    DownloadSteps(JourneyCase application) {
        this.application = application;
    }

    List<Step> steps() {
        return List.of(
                new Step("医療機関: 証明書をダウンロードする", this::download),
                new Step("医療機関: 証明書を検証する", this::verifyCertificate),
                new Step("システム: 申請が完了している", this::end),
                new Step("メール: 秘密が含まれていない", this::verifyMails));
    }

    private String download() throws IOException {
        var pkcs12 = application.clients().download(application.secrets());
        return Files.write(application.pkcs12(), pkcs12).toString();
    }

    private String verifyCertificate() throws IOException {
        var password = application.secrets().password();
        var now = application.clock().instant();
        var issued = IssuedKeyStore.open(Files.readAllBytes(application.pkcs12()), password);
        issued.checkValidity(application.approvedOn());
        issued.checkChain(now);
        issued.writeTo(application.folder());
        var openSsl = IssuedKeyStore.checkWithOpenSsl(application.folder(), password, now);
        return "%s から %s まで有効、PKIX に合格、%s".formatted(issued.validFrom(), issued.validUntil(), openSsl);
    }

    private String end() {
        var instance = "/history/process-instance/" + application.instance();
        var engine = application.clients().engine(ADMINISTRATOR);
        return Patience.await(
                "プロセスが終わりません。",
                () -> Optional.of(engine.get(instance).get("state").textValue()).filter("COMPLETED"::equals));
    }

    private String verifyMails() throws IOException {
        var mails = application.mails();
        mails.writeTexts(application.mailFolder());
        mails.checkFreeOf(application.secrets().all());
        return "%d 通、%s".formatted(mails.count(), application.mailFolder());
    }
}
