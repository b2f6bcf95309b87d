package jp.fudamori.fee;

import jp.fudamori.common.Refusal;

/** Why a fee is not taken. */
public enum FeeReason implements Refusal.Reason {
    CONSENT_MISSING
}
