package jp.fudamori;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What can be said of {@code docker-compose.yml} and {@code Dockerfile} without an engine that runs them. */
class DeploymentFilesTest {

    private static final Map<String, Object> COMPOSE = parse(Path.of("docker-compose.yml"));

    @Test
    void everyServiceTellsWhetherItIsWell() {
        assertThat(services()).allSatisfy((name, service) -> assertThat(service).containsKey("healthcheck"));
    }

    @Test
    void everyServiceHasAReadOnlyRoot() {
        assertThat(services()).allSatisfy((name, service) -> assertThat(service).containsEntry("read_only", true));
    }

    @Test
    void everyImageHasItsVersion() throws IOException {
        assertThat(services())
                .allSatisfy((name, service) ->
                        assertThat(String.valueOf(service.get("image"))).matches("[a-z/]+:v?\\d+\\.\\d+.*"));
        assertThat(Files.readAllLines(Path.of("Dockerfile")))
                .filteredOn(line -> line.startsWith("FROM "))
                .hasSize(2)
                .allMatch(line -> line.matches("FROM [a-z-]+:\\d+\\.\\d+\\S+( AS build)?"));
    }

    @Test
    void secretsComeFromFilesOnly() {
        assertThat(section(COMPOSE, "secrets"))
                .allSatisfy((name, source) -> assertThat(source).isEqualTo(Map.of("file", "./secrets/" + name)));
        assertThat(services().values())
                .extracting(service -> section(service, "environment"))
                .allSatisfy(environment -> assertThat(environment.keySet())
                        .filteredOn(variable -> variable.matches(".*(PASSWORD|SEAL_KEY|TOKEN).*"))
                        .allMatch(variable -> variable.endsWith("_FILE")));
    }

    @Test
    void everyServiceIsGivenSecretsThatExist() {
        assertThat(services().values())
                .flatExtracting(service -> (List<?>) service.getOrDefault("secrets", List.of()))
                .isNotEmpty()
                .allMatch(section(COMPOSE, "secrets")::containsKey);
    }

    @Test
    void theServerIsNotRoot() throws IOException {
        assertThat(Files.readAllLines(Path.of("Dockerfile")))
                .contains("USER 10001")
                .anyMatch(line -> line.startsWith("HEALTHCHECK"));
    }

    private static Map<String, Map<String, Object>> services() {
        return cast(COMPOSE.get("services"));
    }

    private static Map<String, Object> section(Map<String, Object> parent, String name) {
        return cast(parent.getOrDefault(name, Map.of()));
    }

    private static Map<String, Object> parse(Path file) {
        try {
            return new Yaml().load(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }
}
