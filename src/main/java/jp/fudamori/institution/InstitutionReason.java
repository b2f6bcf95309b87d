package jp.fudamori.institution;

import jp.fudamori.common.Refusal;

/** Why the registry turns a request down. */
public enum InstitutionReason implements Refusal.Reason {
    INSTITUTION_UNKNOWN,
    INSTITUTION_ENDED
}
