package jp.fudamori.paper;

/**
 * How a text is set.
 *
 * @param size in points
 */
public record Style(float size, boolean bold) {

    public static Style regular(float size) {
        return new Style(size, false);
    }

    public static Style bold(float size) {
        return new Style(size, true);
    }

    /** Distance between two baselines, millimetres. */
    public float leading() {
        return size * 1.5f * Sheet.MILLIMETRES_PER_POINT;
    }
}
