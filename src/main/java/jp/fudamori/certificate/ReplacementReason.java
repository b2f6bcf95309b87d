package jp.fudamori.certificate;

import jp.fudamori.common.Refusal;

/** Why nothing may take the place of a certificate. */
public enum ReplacementReason implements Refusal.Reason {
    ALREADY_REPLACED
}
