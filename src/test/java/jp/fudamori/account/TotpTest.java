package jp.fudamori.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of both RFCs' examples. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "0, 755224",
        "1, 287082",
        "2, 359152",
        "3, 969429",
        "4, 338314",
        "5, 254676",
        "6, 287922",
        "7, 162583",
        "8, 399871",
        "9, 520489"
    })
    void agreesWithTheExamplesOfRfc4226(long counter, String code) {
        assertThat(Totp.code(SECRET, counter)).isEqualTo(code);
    }

    /** Appendix B has eight digits; the last six of them are the code of six. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void agreesWithTheExamplesOfRfc6238(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    @ParameterizedTest(name = "{1} seconds later: {2}")
    @CsvSource({
        "0, 0, true",
        "0, 29, true",
        "0, 59, true",
        "0, 60, false",
        "30, -30, true",
        "30, -31, false",
    })
    void oneStepOfDriftEitherWayCounts(long at, long later, boolean accepted) {
        var begin = 3_000_000L;
        var code = Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(begin + at)));

        var step = Totp.accepted(SECRET, code, Instant.ofEpochSecond(begin + at + later), 0);

        assertThat(step.isPresent()).isEqualTo(accepted);
    }

    @Test
    void aCodeIsAcceptedOnce() {
        var now = Instant.ofEpochSecond(3_000_000L);
        var code = Totp.code(SECRET, Totp.step(now));

        var step = Totp.accepted(SECRET, code, now, 0).orElseThrow();

        assertThat(Totp.accepted(SECRET, code, now, step)).isEmpty();
        assertThat(Totp.accepted(SECRET, Totp.code(SECRET, step - 1), now, step))
                .as("nor an older one after it")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32AgreesWithTheExamplesOfRfc4648(String plain, String encoded) {
        assertThat(Base32.encode(plain.getBytes(US_ASCII))).isEqualTo(encoded);
    }

    @Test
    void theSecretNeverShowsInALog() {
        var secret = new TotpSecret(SECRET);

        assertThat(secret.uri("a@clinic.example"))
                .isEqualTo("otpauth://totp/Fudamori:a%40clinic.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Fudamori&algorithm=SHA1&digits=6&period=30");
        assertThat(secret.toString()).doesNotContain(secret.typed());
    }
}
