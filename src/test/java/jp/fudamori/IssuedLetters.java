package jp.fudamori;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.ApprovedApplications;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.notice.LetterDesk;
import jp.fudamori.notice.LetterNumber;
import jp.fudamori.notice.PostingDesk;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings letters of new clinics, without their process, to the point that a test starts from. */
public final class IssuedLetters {

    private final Participants people;
    private final ApprovedApplications applications;
    private final CertificateDesk certificates;
    private final LetterDesk letters;
    private final PostingDesk postings;
    private final Clock clock;

    IssuedLetters(
            Participants people,
            JdbcClient jdbc,
            CertificateDesk certificates,
            LetterDesk letters,
            PostingDesk postings,
            Clock clock) {
        this.people = people;
        this.applications = new ApprovedApplications(jdbc);
        this.certificates = certificates;
        this.letters = letters;
        this.postings = postings;
        this.clock = clock;
    }

    /** An application whose certificates, so many, are signed and in no letter. */
    public ApplicationNumber issued(int lines) {
        return issued(people.clinic(), lines);
    }

    public ApplicationNumber issued(Person clinic, int lines) {
        var application = approved(clinic, lines);
        lines(application, lines).forEach(this::issue);
        return application;
    }

    /** An application with so many lines, none of them signed. */
    public ApplicationNumber approved(Person clinic, int lines) {
        var names =
                IntStream.rangeClosed(1, lines).mapToObj("受付%d号機"::formatted).toList();
        return applications.of(clinic, names);
    }

    public void issue(LineNumber line) {
        certificates.vet(line);
        certificates.sign(line);
    }

    public LetterNumber printed() {
        return printed(people.clinic(), 1);
    }

    public LetterNumber printed(Person clinic, int lines) {
        var letter = letters.assemble(issued(clinic, lines)).orElseThrow();
        letters.print(letter);
        return letter;
    }

    /** A letter that was posted today. */
    public LetterNumber posted(Person clinic) {
        var letter = printed(clinic, 1);
        postings.post(
                letter,
                TrackingNumbers.next(),
                LocalDate.now(clock),
                people.dispatch().id());
        return letter;
    }

    private static List<LineNumber> lines(ApplicationNumber application, int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(position -> new LineNumber(application, position))
                .toList();
    }

    /** Registers the fixture. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        IssuedLetters issuedLetters(
                Participants people,
                JdbcClient jdbc,
                CertificateDesk certificates,
                LetterDesk letters,
                PostingDesk postings,
                Clock clock) {
            return new IssuedLetters(people, jdbc, certificates, letters, postings, clock);
        }
    }
}
