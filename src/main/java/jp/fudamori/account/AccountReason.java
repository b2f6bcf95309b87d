package jp.fudamori.account;

import jp.fudamori.common.Refusal;

/** Why an account is not opened, or not let in. */
public enum AccountReason implements Refusal.Reason {
    /** Another account has this id, in whatever case. */
    ACCOUNT_ID_TAKEN,
    /** The institution has an account already: 1施設・1アカウント. */
    INSTITUTION_HAS_ACCOUNT,
    /** Another account has this mail address. */
    MAIL_TAKEN,
    /** The password does not meet {@link PasswordPolicy}. */
    PASSWORD_TOO_WEAK,
    /** What is typed as the present password is not it. */
    PASSWORD_WRONG,
    /** The link was used, is too old, or never was. */
    LINK_NOT_VALID,
    /** Too much was tried, for this account or from this network address. */
    TOO_MANY_ATTEMPTS,
    NOT_A_MAIL_ADDRESS,
    /** An address of the old portal that ends in @01 to @48: no mail reaches it. */
    PROVISIONAL_ADDRESS,
    /** The code of the second factor is not the one of the moment, or was used. */
    CODE_WRONG,
    /** The second factor is mandatory, or the password is too short without it. */
    SECOND_FACTOR_NEEDED,
    INSTITUTION_UNKNOWN,
    REASON_MISSING,
    /** Nobody waits for a decision about this registration any more. */
    REGISTRATION_ENDED,
    NAME_NOT_ALLOWED,
    PHONE_NOT_ALLOWED,
    /** Somebody registered while a file was taken in. */
    IMPORT_OVERTAKEN,
    /** Nobody else could open accounts. */
    LAST_ADMINISTRATOR
}
