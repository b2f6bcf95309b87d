package jp.fudamori.account;

import java.util.Set;
import jp.fudamori.institution.InstitutionCode;

/**
 * Institutions have accounts that came from the old portal and that a mail can reach. One announcement for a whole
 * file, however long.
 *
 * @param institutions one or more
 */
public record AccountsImported(Set<InstitutionCode> institutions) {

    public AccountsImported {
        institutions = Set.copyOf(institutions);
    }
}
