package jp.fudamori.reissue;

import jp.fudamori.common.Refusal;

/** Why a report of a loss is turned down. */
public enum LossReason implements Refusal.Reason {
    CERTIFICATE_UNKNOWN,
    NOT_TO_BE_REISSUED,
    CODE_ENDED,
    REISSUE_APPLIED_FOR,
    RENEWAL_UNDER_WAY,
    REPORT_OPEN,
    REPORT_CLOSED,
    LOST_IN_FUTURE,
    LOST_BEFORE_ISSUE,
    NEVER_DOWNLOADED,
    PERIOD_NOT_OVER
}
