package jp.fudamori.fee;

/** How amounts stand on paper. */
final class Yen {

    private Yen() {}

    /** {@code 1,500円}, {@code -1,500円}. */
    static String of(long amount) {
        return (amount < 0 ? "-" : "") + "%,d円".formatted(Math.abs(amount));
    }
}
