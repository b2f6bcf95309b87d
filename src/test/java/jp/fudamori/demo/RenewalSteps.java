package jp.fudamori.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.demo.Journey.Step;

/** The clinic renews its certificate in the portal and fetches the new one at the terminal; the old one gives way. */
final class RenewalSteps {

    private static final int MONTHS_OF_VALIDITY = 39;
    private static final int WINDOW_DAYS = 90;
    private static final int SUPERSEDED_AFTER_DAYS = 14;

    private final JourneyCase application;
    private final String terminal;
    private final String chosen = RandomPassword.next();

    RenewalSteps(JourneyCase application, String terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    List<Step> steps() {
        return List.of(
                new Step("システム: 有効期限の90日前に更新を案内する", this::offer),
                new Step("医療機関: 発行料に同意して更新する", this::renew),
                new Step("端末: 古い電子証明書を示して、新しい電子証明書を受け取る", this::fetch),
                new Step("システム: 受取りの14日後に古い電子証明書を失効させる", this::supersede));
    }

    private String offer() {
        var end = application.approvedOn().plusMonths(MONTHS_OF_VALIDITY);
        application.passUntil(end.minusDays(WINDOW_DAYS));
        var mail = mail("有効期限予告", "有効期限のお知らせ");
        application.tasks().follow(application.number() + "-01");
        return "「%s」 %s".formatted(mail.subject(), application.today());
    }

    private CaughtMail mail(String what, String subject) {
        return application
                .world()
                .mail(
                        what,
                        mail -> mail.to().contains(application.clinic())
                                && mail.subject().contains(subject)
                                && mail.body().contains(terminal));
    }

    private String renew() {
        application.work(application.clinic(), "renewCertificate", Map.of("consent", true));
        return "「%s」".formatted(mail("更新", "更新のお知らせ").subject());
    }

    private String fetch() throws IOException {
        var old =
                Files.readAllBytes(application.folder().resolve("certificate-1").resolve("certificate.p12"));
        var pkcs12 = application
                .world()
                .clients()
                .fetchRenewed(old, application.secrets().get(0).password(), chosen);
        var folder = Files.createDirectories(application.folder().resolve("certificate-renewed"));
        Files.write(folder.resolve("certificate.p12"), pkcs12);
        return verify(IssuedKeyStore.open(pkcs12, chosen), folder);
    }

    private String verify(IssuedKeyStore issued, Path folder) {
        var now = application.world().clock().instant();
        issued.checkValidity(application.today());
        issued.checkChain(now);
        issued.writeTo(folder);
        var openSsl = IssuedKeyStore.checkWithOpenSsl(folder, chosen, now);
        return "%s から %s まで有効、%s".formatted(issued.validFrom(), issued.validUntil(), openSsl);
    }

    private String supersede() {
        application.passDays(SUPERSEDED_AFTER_DAYS + 1);
        return Patience.await("古い電子証明書が失効しません。", this::refusal);
    }

    /** What the terminal is told with the letter of the old certificate; nothing while the letter is good. */
    private Optional<String> refusal() {
        try {
            application
                    .world()
                    .clients()
                    .logIn(application.clinic(), application.secrets().get(0));
            return Optional.empty();
        } catch (IllegalStateException refused) {
            Expect.words("応答", String.valueOf(refused.getMessage()), List.of("確認できませんでした"));
            return Optional.of("古い発行通知書は使えない");
        }
    }
}
