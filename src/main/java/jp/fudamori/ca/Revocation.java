package jp.fudamori.ca;

import java.time.Instant;

/**
 * A certificate is void, for ever.
 *
 * @param at a whole second, as lists write it
 */
public record Revocation(Serial serial, RevocationReason reason, Instant at) {}
