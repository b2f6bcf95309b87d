package jp.fudamori.notice;

/**
 * How a text is set.
 *
 * @param size in points
 */
record Style(float size, boolean bold) {

    static Style regular(float size) {
        return new Style(size, false);
    }

    static Style bold(float size) {
        return new Style(size, true);
    }

    /** Distance between two baselines, millimetres. */
    float leading() {
        return size * 1.5f * Sheet.MILLIMETRES_PER_POINT;
    }
}
