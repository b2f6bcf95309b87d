package jp.fudamori.institution;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which prefecture computes its check digits how. A digit that does not agree is a flag for the reviewer, never a
 * reason to turn a code away: the rules were measured, no notice states them [SOURCES: check-digit].
 *
 * @param otherwise rule of every prefecture that is not in {@code prefectures}
 * @param prefectures rules by prefecture code, two digits
 */
@ConfigurationProperties("fudamori.institution.check-digit")
public record CheckDigitRules(CheckDigitRule otherwise, Map<String, CheckDigitRule> prefectures) {

    private static final Pattern PREFECTURE = Pattern.compile("0[1-9]|[1-3][0-9]|4[0-7]");

    public CheckDigitRules {
        Objects.requireNonNull(otherwise, "fudamori.institution.check-digit.otherwise is not set");
        for (var prefecture : prefectures.keySet()) {
            if (!PREFECTURE.matcher(prefecture).matches()) {
                throw new IllegalArgumentException("not a prefecture code (01 to 47): " + prefecture);
            }
        }
        prefectures = Map.copyOf(prefectures);
    }

    /** Whether the last digit of the code is the one its prefecture computes. */
    public boolean agree(InstitutionCode code) {
        return prefectures.getOrDefault(code.prefecture().code(), otherwise).agrees(code);
    }
}
