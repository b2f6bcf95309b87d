package jp.fudamori.application;

import java.util.List;
import jp.fudamori.account.AccountId;
import jp.fudamori.institution.InstitutionCode;

/**
 * A clinic is about to send an application again, and may name its terminals otherwise; whoever keeps something for
 * them follows, or refuses now, before anything is written.
 *
 * @param before names in the order of the lines
 * @param after the same, at most as many
 */
public record TerminalsCorrected(
        ApplicationNumber number, InstitutionCode institution, List<String> before, List<String> after, AccountId by) {

    public TerminalsCorrected {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
