package jp.fudamori.web.upload;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.sheet.Refused;

/**
 * A kind of file that somebody of the office hands in.
 *
 * @param key in the address of its page
 * @param columns as the header of the file names them
 * @param door takes the file, whole or nothing of it
 */
record Upload(String key, String title, String about, List<String> columns, Role role, Door door) {

    boolean isFor(Account account) {
        return account.roles().contains(role);
    }

    /** Where a file goes. */
    @FunctionalInterface
    interface Door {

        Outcome take(InputStream csv, AccountId by);
    }

    /**
     * @param counts how many rows were what; says something where nothing was refused
     * @param refused why nothing was taken in
     */
    record Outcome(Map<String, Integer> counts, List<Refused> refused) {

        /** What the page says about a thing that is wrong, in the order of its columns. */
        List<List<String>> rows() {
            return refused.stream()
                    .map(each -> List.of(each.line() == 0 ? "全体" : each.line() + "行目", each.column(), each.reason()))
                    .toList();
        }

        boolean accepted() {
            return refused.isEmpty();
        }
    }
}
