package jp.fudamori.process;

import jakarta.servlet.http.HttpSession;
import jp.fudamori.account.Account;

/** Who acts in the engine. */
public interface EngineUsers {

    /** From here to {@link #leave}, the engine applies the account's rights to what this thread asks of it. */
    void enter(Account account);

    /** Ends what {@link #enter} began; without a user the engine checks no rights, so nothing may follow it. */
    void leave();

    /** Makes the account the user of Tasklist, Cockpit, Admin and Welcome in this session, in place of any other. */
    void enterWebApps(HttpSession session, Account account);
}
