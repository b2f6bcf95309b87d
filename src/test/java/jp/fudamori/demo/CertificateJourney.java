package jp.fudamori.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import jp.fudamori.MovableClock;

/**
 * One application all the way: the clinic applies, the office lets its deadline pass and then approves, the letter is
 * posted, the clinic downloads. Goes through public interfaces only and keeps what comes out.
 */
final class CertificateJourney {

    private final JourneyCase application;

    CertificateJourney(DemoClients clients, MovableClock clock, MailFolder mails, DevelopmentFolders folders) {
        this.application = new JourneyCase(clients, clock, new JourneyMails(mails), folders);
    }

    Journey journey(PrintStream out) {
        var steps = Stream.of(
                        new ApplicationSteps(application).steps(),
                        new ReviewSteps(application).steps(),
                        new LetterSteps(application).steps(),
                        new DownloadSteps(application).steps())
                .flatMap(List::stream)
                .toList();
        return new Journey(steps, application::state, out);
    }
}
