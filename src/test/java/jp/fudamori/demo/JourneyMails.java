package jp.fudamori.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The mails of a journey, each waited for once. */
final class JourneyMails {

    private final MailFolder folder;
    private final Set<String> seen = new HashSet<>();

    JourneyMails(MailFolder folder) {
        this.folder = folder;
    }

    /** Waits for a mail that nobody waited for before. */
    CaughtMail await(String what, Predicate<CaughtMail> wanted) {
        var mail = Patience.await(
                what + "のメールが届きません。",
                () -> folder.mails().stream()
                        .filter(wanted)
                        .filter(candidate -> !seen.contains(candidate.name()))
                        .findFirst());
        seen.add(mail.name());
        return mail;
    }

    /** Writes every mail as a person reads it, beside its .eml file. */
    void writeTexts(Path target) throws IOException {
        for (var mail : folder.mails()) {
            var text = "差出人: %s%n宛先: %s%n件名: %s%n%n%s".formatted(mail.from(), mail.to(), mail.subject(), mail.body());
            Files.writeString(target.resolve(mail.name().replace(".eml", ".txt")), text);
        }
    }

    /** @throws IllegalStateException if a mail holds one of them; which one is not told */
    void checkFreeOf(List<String> secrets) {
        for (var mail : folder.mails()) {
            if (secrets.stream().anyMatch(secret -> contains(mail, secret))) {
                throw new IllegalStateException("メール %s に秘密情報が含まれています。".formatted(mail.name()));
            }
        }
    }

    private static boolean contains(CaughtMail mail, String secret) {
        return mail.subject().contains(secret) || mail.body().contains(secret);
    }

    /** Subjects of the mails to somebody about an application, in the order in which they came. */
    List<String> subjects(String recipient, String application) {
        return folder.mails().stream()
                .filter(mail -> mail.to().contains(recipient) && mail.body().contains(application))
                .sorted(Comparator.comparing(CaughtMail::name))
                .map(CaughtMail::subject)
                .toList();
    }

    int count() {
        return folder.mails().size();
    }
}
