package jp.fudamori.process;

import java.util.Optional;
import jp.fudamori.account.AccountId;

/** Whoever made the request that the engine is working on. */
public interface CurrentUser {

    /** Empty where nobody did, as in a job. */
    Optional<AccountId> find();

    /** @throws IllegalStateException if nobody did, as in a job */
    default AccountId id() {
        return find().orElseThrow(() -> new IllegalStateException("nobody asked for this"));
    }
}
