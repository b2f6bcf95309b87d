package jp.fudamori.certificate;

import java.time.LocalDate;
import jp.fudamori.certificate.Certificate.Issued;

/**
 * An issued certificate as its clinic has it.
 *
 * @param closed whether its letter was made void, so that nobody can download it any more
 */
public record HeldCertificate(Issued certificate, boolean closed) {

    /** How far the clinic is with it. */
    public enum State {
        /** Never downloaded, and can be. */
        WAITING,
        /** Downloaded, and can be again. */
        DOWNLOADED,
        /** Downloaded; the period for doing it again is over. */
        KEPT,
        /** Not downloaded, and too late. */
        MISSED,
        /** Not downloaded, and its letter is void. */
        CLOSED,
        EXPIRED
    }

    public State stateOn(LocalDate day) {
        if (day.isAfter(certificate.notAfter())) {
            return State.EXPIRED;
        }
        var over = closed || day.isAfter(certificate.downloadUntil());
        if (certificate.downloads() > 0) {
            return over ? State.KEPT : State.DOWNLOADED;
        }
        return closed ? State.CLOSED : over ? State.MISSED : State.WAITING;
    }
}
