package jp.fudamori.application;

import java.util.List;
import jp.fudamori.account.AccountId;
import jp.fudamori.institution.InstitutionCode;

/**
 * What is known of an application before its clinic writes it, because certificates that exist shall be replaced.
 *
 * @param contactName as in the application before; the clinic may change it
 * @param terminals at least one; the clinic may give them other names, but not add or leave out any
 */
public record Preparation(
        ApplicationKind kind,
        InstitutionCode institution,
        AccountId applicant,
        String contactName,
        List<Terminal> terminals) {

    /** @param replaced whose place the new certificate takes */
    public record Terminal(String name, LineNumber replaced) {}

    public Preparation {
        terminals = List.copyOf(terminals);
        if (!kind.isReplacement() || terminals.isEmpty()) {
            throw new IllegalArgumentException("nothing is replaced by " + kind + " " + terminals);
        }
    }

    List<String> terminalNames() {
        return terminals.stream().map(Terminal::name).toList();
    }

    List<LineNumber> replaced() {
        return terminals.stream().map(Terminal::replaced).toList();
    }
}
