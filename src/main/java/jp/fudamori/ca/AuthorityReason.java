package jp.fudamori.ca;

import jp.fudamori.common.Refusal;

/** Why the authority will not certify. */
public enum AuthorityReason implements Refusal.Reason {
    KEY_TOO_WEAK,
    KEY_NOT_ALLOWED,
    NAME_NOT_ALLOWED,
    VALIDITY_NOT_ALLOWED,
    VALIDITY_TOO_LONG,
    ISSUER_ENDS_EARLIER
}
