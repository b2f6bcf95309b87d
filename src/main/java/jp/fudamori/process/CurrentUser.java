package jp.fudamori.process;

import jp.fudamori.account.AccountId;

/** Whoever made the request that the engine is working on. */
public interface CurrentUser {

    /** @throws IllegalStateException if nobody did, as in a job */
    AccountId id();
}
