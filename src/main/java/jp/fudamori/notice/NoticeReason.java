package jp.fudamori.notice;

import jp.fudamori.common.Refusal;

/** Why a step with a letter or a mail is turned down. */
public enum NoticeReason implements Refusal.Reason {
    NOT_A_TRACKING_NUMBER,
    TRACKING_NUMBER_IN_USE,
    LETTER_NOT_PRINTED,
    LETTER_NOT_POSTED,
    LETTER_NOT_RETURNED,
    LETTER_ALREADY_POSTED,
    LETTER_DESTROYED,
    LETTER_VOID,
    IMPOSSIBLE_DATE,
    RETURN_REASON_MISSING,
    SEAL_BROKEN,
    ADDRESS_UNCHANGED,
    TOO_LATE_TO_POST_AGAIN,
    NOTHING_TO_POST,
    MAIL_ADDRESS_REFUSED,
    /** A one-time link goes to no other address than the one it was asked for. */
    MAIL_LINK_UNDELIVERABLE,
    NOT_A_MAIL_ADDRESS,
    MAIL_ADDRESSES_DIFFER,
    REASON_MISSING
}
