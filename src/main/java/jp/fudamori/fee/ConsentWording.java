package jp.fudamori.fee;

/**
 * A {@link ConsentText} before the amount is filled in.
 *
 * @param text has {@code {amount}} in place of the amount, which becomes {@code 1,500円}
 */
record ConsentWording(String version, String text) {

    private static final String AMOUNT = "{amount}";

    ConsentWording {
        if (!text.contains(AMOUNT)) {
            throw new IllegalArgumentException("the consent text " + version + " does not name the fee");
        }
    }

    ConsentText naming(int amountYen) {
        return new ConsentText(version, amountYen, text.replace(AMOUNT, "%,d円".formatted(amountYen)));
    }
}
