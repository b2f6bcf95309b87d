package jp.fudamori.succession;

import jp.fudamori.common.Refusal;

/** Why a decision about an ending is turned down. */
public enum SuccessionReason implements Refusal.Reason {
    NO_SUCCESSOR,
    NOTE_MISSING,
    ALREADY_DECIDED
}
