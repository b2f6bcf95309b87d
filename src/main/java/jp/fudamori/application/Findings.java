package jp.fudamori.application;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the server itself can tell about an application: the facts on which {@code review-triage.dmn} decides.
 *
 * @param kind why it was made
 * @param checkDigitAgrees whether the institution's code has the check digit that the rule of its prefecture asks for
 * @param registered whether the registry still has the institution
 * @param registeredDays how long it has had it, in days; 0 where it has not
 * @param terminals number of lines, 1 to 50
 * @param refusals applications of the institution that were turned down in the last year
 * @param contactChanged whether the contact differs from that of the institution's application before
 * @param repetitions lines whose terminal another application has already
 * @param corrections how often it was given back to the clinic
 * @param lastDay of the code, where the registry says that it ends
 */
public record Findings(
        ApplicationKind kind,
        boolean checkDigitAgrees,
        boolean registered,
        int registeredDays,
        int terminals,
        int refusals,
        boolean contactChanged,
        int repetitions,
        int corrections,
        Optional<LocalDate> lastDay) {}
