package jp.fudamori.demo;

import java.nio.file.Path;
import java.util.function.Predicate;
import jp.fudamori.MovableClock;

/**
 * The server that journeys go through, from outside, and its clock.
 *
 * @param folder where what comes out is kept
 */
record JourneyWorld(DemoClients clients, MovableClock clock, JourneyMails mails, Path folder) {

    static final String REVIEWER = "reviewer1";
    static final String DISPATCH = "dispatch1";
    static final String SUPERVISOR = "supervisor1";
    static final String OPERATOR = "operator1";
    static final String ADMINISTRATOR = "admin";

    /** Waits for a mail that holds the text, and returns what a person sees of it first. */
    CaughtMail mail(String what, String text) {
        return mail(what, candidate -> candidate.body().contains(text));
    }

    CaughtMail mail(String what, Predicate<CaughtMail> wanted) {
        return mails.await(what, wanted);
    }
}
