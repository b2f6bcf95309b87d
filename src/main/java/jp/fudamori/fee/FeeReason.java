package jp.fudamori.fee;

import jp.fudamori.common.Refusal;

/** Why a fee is not taken, not cancelled, or not yet accounted for. */
public enum FeeReason implements Refusal.Reason {
    CONSENT_MISSING,
    FEE_NOT_SCHEDULED,
    CONSENT_TEXT_CHANGED,
    FEE_NOT_POSTED,
    REASON_NOT_ALLOWED,
    NOT_STAFF,
    MONTH_NOT_OVER,
    EARLIER_MONTH_OPEN,
    MONTH_NOT_CLOSED,
    NO_SLIPS
}
