package jp.fudamori.certificate;

import jp.fudamori.common.Refusal;

/** Why a certificate is not renewed, or a renewed one not handed out. */
public enum RenewalReason implements Refusal.Reason {
    /** Made by somebody else, or changed, or not of this clinic. */
    CERTIFICATE_FOREIGN,
    CERTIFICATE_REVOKED,
    CERTIFICATE_EXPIRED,
    RENEWAL_TOO_EARLY,
    /** Its process has come to its end without a new certificate. */
    RENEWAL_STOPPED,
    NOT_RENEWED,
    RENEWAL_NOT_READY,
    /** The clinic made the key of this terminal itself, and has not registered the next one yet. */
    OWN_KEY_MISSING,
    PASSWORD_NOT_ALLOWED
}
