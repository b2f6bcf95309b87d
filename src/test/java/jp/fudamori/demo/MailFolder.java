package jp.fudamori.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps every caught mail as an .eml file whose name tells when it came. */
final class MailFolder {

    private static final DateTimeFormatter IN_NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int TIME_LENGTH = "yyyyMMdd-HHmmss".length();

    private final Path folder;
    private final Clock clock;
    private final AtomicInteger counter;

    private MailFolder(Path folder, Clock clock, int mails) {
        this.folder = folder;
        this.clock = clock;
        this.counter = new AtomicInteger(mails);
    }

    /** @param clock in the time zone that is to be shown */
    static MailFolder at(Path folder, Clock clock) {
        SecretFile.createFolder(folder);
        return new MailFolder(folder, clock, names(folder).size());
    }

    void keep(MimeMessage mail) {
        var name = "%s-%04d.eml".formatted(IN_NAME.format(LocalDateTime.now(clock)), counter.incrementAndGet());
        var draft = folder.resolve(name + ".new");
        try (var out = Files.newOutputStream(draft)) {
            mail.writeTo(out);
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All mails, the newest first. */
    List<CaughtMail> mails() {
        return names(folder).stream().map(this::read).toList();
    }

    private CaughtMail read(String name) {
        var receivedAt = LocalDateTime.parse(name.substring(0, TIME_LENGTH), IN_NAME);
        try (var source = Files.newInputStream(folder.resolve(name))) {
            return CaughtMail.parse(name, SHOWN.format(receivedAt), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("cannot read mail " + name, e);
        }
    }

    private static List<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{8}-\\d{6}-\\d{4,}\\.eml"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
