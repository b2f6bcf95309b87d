package jp.fudamori.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecretWordsTest {

    @Test
    void areOneWordEachOfLettersAndDigitsThatNobodyMistakes() {
        var secrets = SecretWords.letterSecrets();

        assertThat(secrets.referenceId())
                .matches("([A-HJ-NP-Z2-9]{4}-){2}[A-HJ-NP-Z2-9]{4}")
                .hasSize(14);
        assertThat(secrets.authorizationCode())
                .matches("[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{5}")
                .hasSize(16);
        assertThat(secrets.password())
                .matches("([A-HJ-NP-Z2-9]{5}-){3}[A-HJ-NP-Z2-9]{5}")
                .hasSize(23);
    }

    @Test
    void useAllOf32Characters() {
        assertThat(SecretWords.ALPHABET.chars().distinct()).hasSize(32);
        assertThat(IntStream.range(0, 200)
                        .mapToObj(i -> SecretWords.letterSecrets().password().replace("-", ""))
                        .flatMapToInt(String::chars)
                        .distinct())
                .hasSize(32);
    }

    @Test
    void doNotRepeat() {
        assertThat(IntStream.range(0, 1000)
                        .mapToObj(i -> SecretWords.letterSecrets().referenceId()))
                .doesNotHaveDuplicates();
    }

    @Test
    void areNotShownByAccident() {
        var secrets = SecretWords.letterSecrets();

        assertThat(secrets.toString())
                .doesNotContain(secrets.referenceId(), secrets.authorizationCode(), secrets.password());
    }
}
