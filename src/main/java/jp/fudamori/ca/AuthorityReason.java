package jp.fudamori.ca;

import jp.fudamori.common.Refusal;

/** Why the authority will not certify. */
public enum AuthorityReason implements Refusal.Reason {
    KEY_TOO_WEAK,
    KEY_NOT_ALLOWED,
    KEY_FLAWED,
    KEY_KNOWN_TO_OTHERS,
    KEY_OF_AUTHORITY,
    KEY_USED_BEFORE,
    REQUEST_NOT_READABLE,
    REQUEST_NOT_SIGNED,
    NAME_NOT_ALLOWED,
    VALIDITY_NOT_ALLOWED,
    VALIDITY_TOO_LONG,
    ISSUER_ENDS_EARLIER
}
