package jp.fudamori.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class OfficeTest {

    private static final Map<String, String> COMPLETE = Map.of(
            "name", "札守電子証明書発行センター",
            "postal-code", "100-0000",
            "address", "東京都千代田区見本町1-2-3",
            "phone", "000-0000-0000",
            "hours", "平日 9時00分から17時00分まで",
            "status-url", "https://portal.fudamori.example/applications",
            "download-url", "https://download.fudamori.example/download");

    @Test
    void isReadFromTheConfiguration() {
        runner(COMPLETE)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .getBean(Office.class)
                        .extracting(Office::phone)
                        .isEqualTo("000-0000-0000"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "name, ''",
        "postal-code, 1000000",
        "address, ''",
        "phone, call us",
        "hours, ''",
        "status-url, portal.fudamori.example",
        "download-url, https://download.fudamori.example/a-path-that-is-far-too-long-to-be-typed",
    })
    void serverDoesNotStartWithAMissingOrMalformedValueAndNamesIt(String key, String value) {
        var values = new HashMap<>(COMPLETE);
        values.put(key, value);

        runner(values)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("fudamori.office." + key + " is missing or malformed"));
    }

    private static ApplicationContextRunner runner(Map<String, String> values) {
        var properties = values.entrySet().stream()
                .map(value -> "fudamori.office." + value.getKey() + "=" + value.getValue())
                .toArray(String[]::new);
        return new ApplicationContextRunner()
                .withUserConfiguration(PaperConfiguration.class)
                .withPropertyValues(properties);
    }
}
