package jp.fudamori.account;

import jp.fudamori.common.Refusal;

/** Why an account is not opened. */
public enum AccountReason implements Refusal.Reason {
    /** Another account has this id, in whatever case. */
    ACCOUNT_ID_TAKEN,
    /** The institution has an account already: 1施設・1アカウント. */
    INSTITUTION_HAS_ACCOUNT,
    /** Another clinic's account has this mail address. */
    MAIL_TAKEN,
    /** The password does not meet {@link PasswordPolicy}. */
    PASSWORD_TOO_WEAK
}
