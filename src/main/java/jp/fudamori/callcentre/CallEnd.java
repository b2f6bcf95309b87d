package jp.fudamori.callcentre;

/** How a call ended. */
public enum CallEnd {
    /** Whoever took the call said that it is over. */
    BY_STAFF,
    /** It stayed open longer than any call lasts. */
    TIMED_OUT
}
