package jp.fudamori.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures in {@code docs/} show the models as they are. */
class ModelPictureTest {

    @ParameterizedTest
    @MethodSource("jp.fudamori.process.ModelContractTest#models")
    void everyPictureIsDrawnFromTodaysModel(File model) throws IOException, NoSuchAlgorithmException {
        var hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(model.toPath()));

        assertThat(Path.of("docs", model.getName().replace(".bpmn", ".svg")))
                .as("draw it again: cd docs/draw && npm ci && npm run draw")
                .content()
                .contains("drawn from " + model.getName() + ", SHA-256 "
                        + HexFormat.of().formatHex(hash));
    }
}
