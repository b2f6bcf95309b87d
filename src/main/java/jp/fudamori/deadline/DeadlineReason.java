package jp.fudamori.deadline;

import jp.fudamori.common.Refusal;

/** Why deadlines are not counted again. */
enum DeadlineReason implements Refusal.Reason {
    DEADLINES_CHANGED,
    TEXT_NOT_ALLOWED
}
