package jp.fudamori.renewal;

import java.util.Locale;

/** How a clinic asked for a renewal. */
public enum RenewalChannel {
    /** Under its account. */
    PORTAL,
    /** By telephone; the call centre acted for it. */
    PHONE,
    /** On the terminal itself, at the download port. */
    TERMINAL;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
