package jp.fudamori.application;

import jp.fudamori.account.AccountId;

/**
 * An application was prepared for a clinic, which now has to agree to the fee and send it.
 *
 * @param actor who goes on with it: the clinic, or the call centre that has it on the phone
 */
public record DraftPrepared(DraftId draft, AccountId actor) {}
