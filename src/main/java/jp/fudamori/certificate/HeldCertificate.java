package jp.fudamori.certificate;

import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.Certificate.Issued;
import jp.fudamori.certificate.Certificate.Revoked;

/**
 * An issued certificate as its clinic has it.
 *
 * @param closed whether its letter was made void, so that nobody can download it any more
 * @param revocation present once it is revoked
 * @param replacedBy line whose certificate was issued in its place
 */
public record HeldCertificate(
        Issued certificate, boolean closed, Optional<Revoked> revocation, Optional<LineNumber> replacedBy) {

    /** Whether relying parties accept it. */
    public enum Standing {
        VALID,
        REVOKED,
        EXPIRED,
        /** Another one was issued in its place: revoked as superseded, or about to be. */
        REPLACED
    }

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
        EXPIRED,
        REVOKED,
        REPLACED
    }

    public Standing standingOn(LocalDate day) {
        var superseded = revocation
                .filter(revoked -> revoked.reason() == RevocationReason.SUPERSEDED)
                .isPresent();
        if (superseded || revocation.isEmpty() && replacedBy.isPresent()) {
            return Standing.REPLACED;
        }
        if (revocation.isPresent()) {
            return Standing.REVOKED;
        }
        return day.isAfter(certificate.notAfter()) ? Standing.EXPIRED : Standing.VALID;
    }

    public State stateOn(LocalDate day) {
        var standing = standingOn(day);
        return standing == Standing.VALID ? validStateOn(day) : State.valueOf(standing.name());
    }

    private State validStateOn(LocalDate day) {
        var over = closed || day.isAfter(certificate.downloadUntil());
        if (certificate.downloads() > 0) {
            return over ? State.KEPT : State.DOWNLOADED;
        }
        return closed ? State.CLOSED : over ? State.MISSED : State.WAITING;
    }
}
