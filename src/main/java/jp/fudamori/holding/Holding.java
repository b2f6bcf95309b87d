package jp.fudamori.holding;

import java.time.LocalDate;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.certificate.HeldCertificate;
import jp.fudamori.certificate.HeldCertificate.Standing;
import jp.fudamori.certificate.HeldCertificate.State;

/**
 * 保有する電子証明書: a certificate with the terminal that its clinic named.
 *
 * @param held what became of it
 * @param standing today's
 * @param state today's
 * @param codeEnded whether the code of its clinic has ended: nothing takes its place
 */
public record Holding(HeldCertificate held, String terminalName, Standing standing, State state, boolean codeEnded) {

    static Holding of(HeldCertificate held, String terminalName, boolean codeEnded, LocalDate today) {
        return new Holding(held, terminalName, held.standingOn(today), held.stateOn(today), codeEnded);
    }

    public Issued certificate() {
        return held.certificate();
    }

    public LineNumber line() {
        return certificate().line();
    }

    /** Whether a terminal may still be using it. */
    public boolean isInUse() {
        return state == State.WAITING || state == State.DOWNLOADED || state == State.KEPT;
    }

    /** Whether it can be renewed, or was: its page says which. */
    public boolean isRenewable(LocalDate today) {
        return held.revocation().isEmpty()
                && (!codeEnded || held.replacedBy().isPresent())
                && !today.isBefore(renewableFrom())
                && !today.isAfter(certificate().notAfter());
    }

    /** First day on which it can be renewed [SOURCES: renewal-window]. */
    public LocalDate renewableFrom() {
        return certificate().notAfter().minusDays(90);
    }
}
