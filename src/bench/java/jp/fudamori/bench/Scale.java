package jp.fudamori.bench;

/**
 * How much is measured.
 *
 * @param warmUp applications before the measured ones
 * @param applications measured ones, in the whole and in the bare engine
 * @param issued certificates whose issue is timed with every key prepared
 * @param alone the same, one after another
 * @param fewStored applications stored while the first status queries are measured
 * @param manyStored the same for the second ones
 * @param queries status queries measured at a time
 * @param keys RSA keys made bare
 * @param signatures certificates for keys that are sent in
 */
record Scale(
        int warmUp,
        int applications,
        int issued,
        int alone,
        int fewStored,
        int manyStored,
        int queries,
        int keys,
        int signatures,
        boolean jmh) {

    static final Scale QUICK = new Scale(60, 40, 40, 10, 1_000, 10_000, 1_000, 60, 500, false);
    static final Scale FULL = new Scale(600, 400, 200, 50, 1_000, 100_000, 8_000, 300, 4_000, true);

    /**
     * Key pairs that lie ready at most. Half of them are enough for all that is issued in a row, and above half the
     * pool makes none while some are taken.
     */
    int keyPool() {
        return 2 * (issued + alone);
    }

    static Scale of(String... arguments) {
        if (arguments.length == 0) {
            return FULL;
        }
        if (arguments.length == 1 && arguments[0].equals("quick")) {
            return QUICK;
        }
        throw new IllegalArgumentException("usage: ./bench [quick]");
    }
}
