package jp.fudamori.certificate;

import jp.fudamori.common.Refusal;

/** Why a clinic's own key is not taken, beside the authority's reasons. */
public enum OwnKeyReason implements Refusal.Reason {
    KEY_WAITS_ELSEWHERE,
    TOO_MANY_KEYS,
    /** A correction leaves out a terminal that has a key, and nobody can tell which new name is its own. */
    KEY_WITHOUT_TERMINAL
}
