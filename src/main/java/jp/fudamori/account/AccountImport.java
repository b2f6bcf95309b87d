package jp.fudamori.account;

import java.util.List;
import jp.fudamori.sheet.Refused;

/**
 * What became of a file of accounts: all of it was taken in, or nothing of it where {@code refused} has entries.
 *
 * @param added accounts that there were not
 * @param same rows whose institution has an account of that address already
 * @param refused why nothing was taken in, in the order of the file; 1,000 entries at most
 */
public record AccountImport(int added, int same, List<Refused> refused) {

    public AccountImport {
        refused = List.copyOf(refused);
    }

    static AccountImport refused(List<Refused> refused) {
        return new AccountImport(0, 0, refused);
    }

    public boolean accepted() {
        return refused.isEmpty();
    }
}
