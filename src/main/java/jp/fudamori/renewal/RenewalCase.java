package jp.fudamori.renewal;

import java.time.LocalDate;
import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.institution.InstitutionCode;

/**
 * Where the renewal of one certificate stands.
 *
 * @param line the certificate that the terminal has
 * @param notAfter its last day, inclusive
 * @param replacement the line that takes its place, once that was asked for
 * @param fetchUntil last day on which the new certificate can be fetched, once it is made
 */
public record RenewalCase(
        LineNumber line,
        InstitutionCode institution,
        String terminalName,
        LocalDate notAfter,
        Stage stage,
        Optional<LineNumber> replacement,
        Optional<LocalDate> fetchUntil) {

    /** How far it is. */
    public enum Stage {
        TOO_EARLY,
        OPEN,
        /** Asked for, and not signed yet. */
        IN_THE_MAKING,
        /** To be fetched for the first time, under a password of the clinic's choice. */
        READY,
        /** Fetched; can be fetched again as it is. */
        FETCHED,
        /** Its file was destroyed, because it was reported lost. */
        CLOSED,
        /** Another way than a renewal takes its place: a reissue, or a succession. */
        REPLACED_OTHERWISE,
        /** The code of the institution has ended: its certificates live out their time, and get no successor. */
        CODE_ENDED,
        /** Revoked or expired before it was renewed, or its renewal was withdrawn. */
        OVER
    }

    /** First day on which it can be renewed. */
    public LocalDate renewableFrom() {
        return notAfter.minusDays(RenewalDesk.WINDOW_DAYS);
    }
}
