package jp.fudamori.fee;

import java.util.OptionalLong;

/**
 * All that the ledger holds under one reference.
 *
 * @param posted number of entries that charge
 * @param cancelled number of entries that take back
 * @param cancelledYen 0 or negative
 * @param consentedYen what the applicant agreed to; empty where there is no consent
 */
public record LedgerLine(
        String reference, long posted, long postedYen, long cancelled, long cancelledYen, OptionalLong consentedYen) {}
