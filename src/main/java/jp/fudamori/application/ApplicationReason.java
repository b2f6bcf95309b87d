package jp.fudamori.application;

import jp.fudamori.common.Refusal;

/** Why a step of an application is turned down. */
public enum ApplicationReason implements Refusal.Reason {
    NOT_THIS_CLINIC,
    INSTITUTION_NOT_REGISTERED,
    CONSENT_MISSING,
    ENTRY_MISSING,
    TEXT_NOT_ALLOWED,
    TERMINAL_NAMED_TWICE,
    TOO_MANY_TERMINALS,
    TERMINALS_FIXED,
    APPLICATION_UNKNOWN,
    ALREADY_DECIDED,
    REJECTION_REASON_MISSING,
    NO_SUCH_LINE,
    NO_LINE_LEFT,
    REMARK_MISSING,
    SAME_OFFICER,
    NOT_RETURNED,
    TOO_MANY_LOOKUPS
}
