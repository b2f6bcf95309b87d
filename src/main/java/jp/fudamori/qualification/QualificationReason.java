package jp.fudamori.qualification;

import jp.fudamori.common.Refusal;

/** Why a step of a 利用申請 is turned down. */
public enum QualificationReason implements Refusal.Reason {
    INSTITUTION_NOT_REGISTERED,
    APPLICATION_OPEN,
    ENTRY_MISSING,
    REASON_MISSING,
    APPLICATION_UNKNOWN,
    NOT_UNDER_REVIEW
}
