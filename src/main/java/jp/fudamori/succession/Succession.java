package jp.fudamori.succession;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.fudamori.institution.Ending;
import jp.fudamori.institution.InstitutionCode;

/**
 * What is done about the ending of an institution.
 *
 * @param doubts what somebody must look at first, each a sentence in Japanese; empty where nothing is doubtful
 * @param transitionUntil last day on which the old certificates are good, inclusive, once the succession goes on
 */
public record Succession(Ending ending, State state, List<String> doubts, Optional<LocalDate> transitionUntil) {

    public Succession {
        doubts = List.copyOf(doubts);
    }

    public InstitutionCode code() {
        return ending.code();
    }

    /** How far it is. */
    public enum State {
        ASSESSED,
        /** The record was wrong; nothing is done. */
        REJECTED,
        /** 廃止 without 承継: the certificates are revoked after the last day of the code. */
        CLOSING,
        /** 承継: the certificates stay good until the end of the transition. */
        SUCCEEDING,
        ENDED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
