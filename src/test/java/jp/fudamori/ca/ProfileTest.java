package jp.fudamori.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.fudamori.MovableClock;
import jp.fudamori.ca.AuthoritySettings.ProfileSettings;
import jp.fudamori.common.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

    private static final URI BASE = URI.create("http://pki.fudamori.example");
    private static final List<String> POLICIES = List.of("1.3.6.1.4.1.32473.1.1");
    private static final PublicKey KEY = KeyAlgorithm.EC_P256.generate().getPublic();
    private static final Subject SUBJECT = new Subject("医療法人社団 髙﨑歯科医院", "MI:JP-1330100016", "1330100016-001");
    private static final Issuer ISSUER = TestKeystore.issuer("2026-04-01T09:00", Period.ofYears(10));

    private final Profile profile = profile(EnumSet.allOf(KeyAlgorithm.class));

    private static Profile profile(Set<KeyAlgorithm> keys) {
        return new Profile(new ProfileSettings(BASE, POLICIES, keys, Period.ofMonths(39)));
    }

    private static CertificatePlan plan(Subject subject, PublicKey key, String notBefore, String notAfter) {
        return new CertificatePlan(subject, key, moment(notBefore), moment(notAfter));
    }

    private static Instant moment(String japaneseTime) {
        return LocalDateTime.parse(japaneseTime).atZone(MovableClock.TOKYO).toInstant();
    }

    private static CertificatePlan planFor(Subject subject) {
        return plan(subject, KEY, "2026-11-20T10:00:00", "2030-02-20T23:59:59");
    }

    private static CertificatePlan planFor(PublicKey key) {
        return plan(SUBJECT, key, "2026-11-20T10:00:00", "2030-02-20T23:59:59");
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void acceptsEveryAllowedKey(KeyAlgorithm algorithm) {
        var plan = planFor(algorithm.generate().getPublic());

        assertThatCode(() -> profile.check(plan, ISSUER.certificate())).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "RSA {0}: {1}")
    @CsvSource({"1024, key-too-weak", "2047, key-too-weak", "2560, key-not-allowed"})
    void refusesOtherRsaKeys(int bits, String code) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);

        assertRefused(planFor(generator.generateKeyPair().getPublic()), code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp521r1"})
    void refusesOtherCurves(String curve) throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));

        assertRefused(planFor(generator.generateKeyPair().getPublic()), "key-not-allowed");
    }

    @Test
    void refusesOtherKindsOfKeys() throws Exception {
        assertRefused(
                planFor(KeyPairGenerator.getInstance("Ed25519")
                        .generateKeyPair()
                        .getPublic()),
                "key-not-allowed");
    }

    @Test
    void refusesAKeyThatTheOperatorHasNotAllowed() {
        var strict = profile(EnumSet.of(KeyAlgorithm.RSA_2048));

        assertThatThrownBy(() -> strict.check(planFor(KEY), ISSUER.certificate()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("RSA_2048");
    }

    @ParameterizedTest(name = "[{index}] {1}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "'',an organisation has a name",
                "'　',a wide blank is no name",
                " 札幌歯科,no blank in front",
                "札幌歯科 ,no blank behind",
                "札幌\u0000歯科,no control characters",
                "札幌\u202E歯科,no change of direction",
                "札幌\uE000歯科,no private characters",
                "札幌\uD83D,no half of a pair",
                "札幌\u2028歯科,no line separators",
            })
    void refusesOrganizationNames(String name, String because) {
        assertRefused(planFor(new Subject(name, "MI:JP-1330100016", "1330100016-001")), "name-not-allowed");
    }

    @ParameterizedTest(name = "{0} characters: {1}")
    @CsvSource({"1, true", "64, true", "65, false"})
    void countsCharactersOfANameNotItsBytes(int length, boolean allowed) {
        var plan = planFor(new Subject("𠮷".repeat(length), "MI:JP-1330100016", "1330100016-001"));

        if (allowed) {
            assertThatCode(() -> profile.check(plan, ISSUER.certificate())).doesNotThrowAnyException();
        } else {
            assertRefused(plan, "name-not-allowed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1330100016", "MI:JP1330100016", "mi:JP-1330100016", "MI:JP-１３３", "NTRJPX-1"})
    void refusesOrganizationIdentifiers(String identifier) {
        assertRefused(planFor(new Subject("札幌歯科", identifier, "1330100016-001")), "name-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "端末1", "1330100016-００1", "a\tb"})
    void refusesCommonNames(String commonName) {
        assertRefused(planFor(new Subject("札幌歯科", "MI:JP-1330100016", commonName)), "name-not-allowed");
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "2026-11-22T00:00:00, 2030-02-22T23:59:59, '', 39 months to the end of the day",
        "2026-11-22T23:59:59, 2030-02-22T23:59:59, '', the hour of the first day does not count",
        "2026-11-22T10:00:00, 2030-02-23T00:00:00, validity-too-long, a second more",
        "2026-11-30T10:00:00, 2030-02-28T23:59:59, '', clamped to the end of February",
        "2026-11-30T10:00:00, 2030-03-01T00:00:00, validity-too-long, not past the end of February",
        "2024-11-30T10:00:00, 2028-02-29T23:59:59, issuer-ends-earlier, before the issuer began",
        "2026-11-22T10:00:00, 2026-11-22T10:00:00, validity-not-allowed, no time at all",
        "2026-11-22T10:00:00, 2026-11-21T10:00:00, validity-not-allowed, backwards",
        "2026-11-22T10:00:00.5, 2026-11-23T10:00:00, validity-not-allowed, half a second",
        "2026-11-22T10:00:00, 2026-11-23T10:00:00.5, validity-not-allowed, half a second at the end",
        "2033-01-02T10:00:00, 2036-04-01T08:59:59, '', the last moment of the issuer",
        "2033-01-02T10:00:00, 2036-04-01T09:00:00, issuer-ends-earlier, a second later than the issuer",
    })
    void limitsTheValidity(String notBefore, String notAfter, String code, String because) {
        var plan = plan(SUBJECT, KEY, notBefore, notAfter);

        if (code.isEmpty()) {
            assertThatCode(() -> profile.check(plan, ISSUER.certificate())).doesNotThrowAnyException();
        } else {
            assertRefused(plan, code);
        }
    }

    @Test
    void saysWhatIsAllowed() {
        var plan = plan(SUBJECT, KEY, "2026-11-22T10:00:00", "2030-02-23T00:00:00");

        assertThatThrownBy(() -> profile.check(plan, ISSUER.certificate()))
                .hasMessage("有効期間の終了は2030-02-22までです（最長39か月）。");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "https://pki.fudamori.example, 1.2.3",
        "http://pki.fudamori.example/, 1.2.3",
        "http://pki.fudamori.example?x, 1.2.3",
        "http:pki, 1.2.3",
        "http://pki.fudamori.example, not-an-oid",
        "http://pki.fudamori.example, 9.9.9",
    })
    void doesNotStartWithSettingsThatMakeNoSense(URI baseUrl, String policy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Profile(new ProfileSettings(
                        baseUrl, List.of(policy), EnumSet.allOf(KeyAlgorithm.class), Period.ofMonths(39))));
    }

    @Test
    void doesNotStartWithoutPolicyKeysOrValidity() {
        var keys = EnumSet.allOf(KeyAlgorithm.class);
        var validity = Period.ofMonths(39);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Profile(new ProfileSettings(BASE, List.of(), keys, validity)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Profile(new ProfileSettings(BASE, POLICIES, Set.of(), validity)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Profile(new ProfileSettings(BASE, POLICIES, keys, Period.ZERO)));
    }

    private void assertRefused(CertificatePlan plan, String code) {
        assertThatThrownBy(() -> profile.check(plan, ISSUER.certificate()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo(code));
    }
}
