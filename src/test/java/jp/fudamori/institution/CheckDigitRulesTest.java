package jp.fudamori.institution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class CheckDigitRulesTest {

    private final CheckDigitRules rules = configured();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "0110113719, NTT東日本札幌病院",
        "0418010146, 東北大学病院",
        "1518910011, 新潟大学医歯学総合病院",
        "2319900110, 名古屋大学医学部附属病院",
        "2619900042, 京都大学医学部附属病院",
        "2719900249, 大阪大学医学部附属病院",
        "2739900021, 大阪大学歯学部附属病院",
        "2739400105, 大阪歯科大学附属病院",
        "3319800011, 岡山大学病院",
        "4019819897, 九州大学病院",
        "1112401966, 埼玉医科大学病院",
        "1219210014, 千葉大学医学部附属病院",
        "1318814790, 東京大学医学部附属病院",
        "1310415067, 慶應義塾大学病院",
        "1410803304, 横浜市立大学附属病院",
        "1330100016, synthetic",
        "1433199999, synthetic",
        "1430100016, synthetic",
        "2730100019, synthetic",
        "0110100013, synthetic",
        "0139090088, synthetic",
    })
    void agreeWithTheCodesInUse(String code, String institution) {
        assertThat(rules.agree(new InstitutionCode(code))).as(institution).isTrue();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "0110113712, the six-digit rule does not hold in Hokkaido",
        "1318814793, the nine-digit rule does not hold in Tokyo",
        "1112401961, the nine-digit rule does not hold in Saitama",
        "1219210018, the nine-digit rule does not hold in Chiba",
        "1410803306, the nine-digit rule does not hold in Kanagawa",
        "2719900021, a wrong point table shows where it is part of the sum",
        "1330100061, two digits exchanged",
    })
    void noticeAWrongDigit(String code, String because) {
        assertThat(rules.agree(new InstitutionCode(code))).as(because).isFalse();
    }

    @Test
    void cannotNoticeAWrongPointTableWhereItIsNoPartOfTheSum() {
        assertThat(rules.agree(new InstitutionCode("1310100016"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "48", "1", "tokyo"})
    void areForPrefecturesOnly(String prefecture) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CheckDigitRules(CheckDigitRule.NINE_DIGITS, Map.of(prefecture, CheckDigitRule.SIX_DIGITS)));
    }

    @Test
    void nameTheSettingThatIsMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> new CheckDigitRules(null, Map.of()))
                .withMessageContaining("fudamori.institution.check-digit.otherwise");
    }

    /** What the server itself runs with. */
    private static CheckDigitRules configured() {
        try {
            var yaml = new YamlPropertySourceLoader().load("server", new ClassPathResource("application.yaml"));
            return new Binder(ConfigurationPropertySources.from(yaml))
                    .bind("fudamori.institution.check-digit", CheckDigitRules.class)
                    .get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
