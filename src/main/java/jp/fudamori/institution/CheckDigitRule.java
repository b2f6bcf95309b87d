package jp.fudamori.institution;

/** How a prefecture computes the last digit of a code [SOURCES: check-digit]. */
public enum CheckDigitRule {
    /** Luhn over prefecture, point table, area and serial. */
    NINE_DIGITS(0),
    /** Luhn over area and serial only. */
    SIX_DIGITS(3);

    private static final int CHECK_DIGIT_POSITION = 9;

    private final int firstPosition;

    CheckDigitRule(int firstPosition) {
        this.firstPosition = firstPosition;
    }

    boolean agrees(InstitutionCode code) {
        var body = code.value().substring(firstPosition, CHECK_DIGIT_POSITION);
        return code.value().charAt(CHECK_DIGIT_POSITION) == luhn(body);
    }

    /** モジュラス10 ウェイト2・1分割: doubles every other digit from the right, and adds up the digits of the products. */
    private static char luhn(String body) {
        int sum = 0;
        int weight = 2;
        for (int position = body.length() - 1; position >= 0; position--) {
            int product = Character.digit(body.charAt(position), 10) * weight;
            sum += product / 10 + product % 10;
            weight = 3 - weight;
        }
        return Character.forDigit((10 - sum % 10) % 10, 10);
    }
}
