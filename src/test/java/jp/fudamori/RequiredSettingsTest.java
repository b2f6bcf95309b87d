package jp.fudamori;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RequiredSettingsTest {

    private static final String SECRET = "Never-Shown-2026";

    private static final Map<String, String> VARIABLES = Map.of(
            "spring.datasource.password", "SPRING_DATASOURCE_PASSWORD",
            "fudamori.seal.key", "FUDAMORI_SEAL_KEY",
            "fudamori.ca.keystore", "FUDAMORI_CA_KEYSTORE",
            "fudamori.ca.keystore-password", "FUDAMORI_CA_KEYSTORE_PASSWORD",
            "fudamori.ca.issuing", "FUDAMORI_CA_ISSUING",
            "fudamori.ca.profile.base-url", "FUDAMORI_CA_PROFILE_BASE_URL",
            "fudamori.ca.profile.policies", "FUDAMORI_CA_PROFILE_POLICIES");

    @TempDir
    private Path secrets;

    @BeforeEach
    void putAllSecrets() throws Exception {
        for (var name : VARIABLES.keySet()) {
            Files.writeString(secrets.resolve(name), SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.datasource.password",
                "fudamori.seal.key",
                "fudamori.ca.keystore",
                "fudamori.ca.keystore-password",
                "fudamori.ca.issuing",
                "fudamori.ca.profile.base-url",
                "fudamori.ca.profile.policies"
            })
    void namesTheOneThatIsMissing(String missing, CapturedOutput output) throws Exception {
        Files.delete(secrets.resolve(missing));

        assertThatThrownBy(this::startServer)
                .isInstanceOf(SettingsMissing.class)
                .hasMessageEndingWith(": " + missing);

        assertThat(output)
                .contains("起動に必要な設定がありません", missing, VARIABLES.get(missing))
                .doesNotContain(SECRET);
    }

    @Test
    void takesAnEmptySecretForAMissingOne() throws Exception {
        Files.writeString(secrets.resolve("fudamori.seal.key"), "\n");

        assertThatThrownBy(this::startServer).hasMessageEndingWith(": fudamori.seal.key");
    }

    @Test
    void namesAllThatAreMissingAtOnce(CapturedOutput output) throws Exception {
        for (var name : VARIABLES.keySet()) {
            Files.delete(secrets.resolve(name));
        }

        assertThatThrownBy(this::startServer)
                .isInstanceOfSatisfying(
                        SettingsMissing.class,
                        refusal -> assertThat(refusal.names()).containsExactlyInAnyOrderElementsOf(VARIABLES.keySet()));

        assertThat(output).contains(List.copyOf(VARIABLES.values()));
    }

    private void startServer() {
        FudamoriServer.main(new String[] {"--FUDAMORI_SECRETS=" + secrets});
    }
}
