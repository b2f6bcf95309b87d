package jp.fudamori.certificate;

import jp.fudamori.common.Refusal;

/** Why a request to revoke is turned down. */
public enum RevocationRefusal implements Refusal.Reason {
    CERTIFICATE_UNKNOWN,
    ALREADY_REVOKED,
    ALREADY_EXPIRED,
    REASON_NOT_OPEN_TO_CLINICS,
    NOTE_MISSING,
    REQUEST_DECIDED,
    SAME_OFFICER
}
