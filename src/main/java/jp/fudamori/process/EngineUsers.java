package jp.fudamori.process;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountId;

/** Who acts in the engine. */
public interface EngineUsers {

    /** From here to {@link #leave}, the engine applies the account's rights to what this thread asks of it. */
    void enter(Account account);

    /** Ends what {@link #enter} began; without a user the engine checks no rights, so nothing may follow it. */
    void leave();

    /** Returns who has logged in to Tasklist, Cockpit or Admin in this session. */
    Optional<AccountId> loggedInto(HttpSession session);
}
