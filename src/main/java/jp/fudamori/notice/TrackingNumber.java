package jp.fudamori.notice;

import static jp.fudamori.notice.NoticeReason.NOT_A_TRACKING_NUMBER;

import java.text.Normalizer;
import java.util.regex.Pattern;
import jp.fudamori.common.Refusal;

/**
 * お問い合わせ番号 of registered mail. The post office uses a number again after some time: it identifies an item only together
 * with the day of acceptance, and never authorises anybody [SOURCES: tracking-number].
 *
 * @param value eleven ASCII digits as printed on the receipt, {@code 310-00-00001-0}; the last one is the first ten
 *     modulo 7
 */
public record TrackingNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{3})-(\\d{2})-(\\d{5})-(\\d)");
    private static final Pattern ELEVEN_DIGITS = Pattern.compile("(\\d{3})(\\d{2})(\\d{5})(\\d)");
    private static final Pattern HYPHENS_AND_BLANKS = Pattern.compile("[-\u2010-\u2015\u2212ー\\s]");

    public TrackingNumber {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a tracking number: " + value);
        }
        if (!checkDigitAgrees(value.replace("-", ""))) {
            throw new IllegalArgumentException("check digit of tracking number is wrong: " + value);
        }
    }

    /**
     * Reads a number as people type it: with or without hyphens and blanks, in ASCII or full-width digits.
     *
     * @throws Refusal {@code not-a-tracking-number}, told in Japanese
     */
    public static TrackingNumber parse(String typed) {
        var digits = HYPHENS_AND_BLANKS
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        var match = ELEVEN_DIGITS.matcher(digits);
        if (!match.matches()) {
            throw new Refusal(NOT_A_TRACKING_NUMBER, "お問い合わせ番号は、書留の受領証にある11桁の数字を入力してください（例：310-00-00001-0）。");
        }
        if (!checkDigitAgrees(digits)) {
            throw new Refusal(NOT_A_TRACKING_NUMBER, "お問い合わせ番号の末尾の数字（検査数字）が合いません。受領証を見て、もう一度入力してください。");
        }
        return new TrackingNumber(match.replaceFirst("$1-$2-$3-$4"));
    }

    private static boolean checkDigitAgrees(String digits) {
        return Long.parseLong(digits.substring(0, 10)) % 7 == digits.charAt(10) - '0';
    }

    @Override
    public String toString() {
        return value;
    }
}
