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
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures in {@code docs/}, and those that the portal shows, show the models as they are. */
class ModelPictureTest {

    @ParameterizedTest
    @MethodSource("jp.fudamori.process.ModelContractTest#models")
    void everyPictureIsDrawnFromTodaysModel(File model) throws IOException, NoSuchAlgorithmException {
        assertThat(Path.of("docs", picture(model)))
                .as("draw it again: cd docs/draw && npm ci && npm run draw")
                .content()
                .contains(drawnFrom(model));
    }

    @ParameterizedTest
    @ValueSource(strings = {"certificate-application", "notice-delivery", "qualification-application"})
    void everyPictureOfThePortalIsDrawnFromTodaysModelAndKeepsThePolicy(String name)
            throws IOException, NoSuchAlgorithmException {
        var model = new File("bpmn", name + ".bpmn");

        assertThat(Path.of("src", "main", "resources", "pictures", picture(model)))
                .as("draw it again: cd docs/draw && npm ci && npm run draw")
                .content()
                .contains(drawnFrom(model))
                .doesNotContain("style", "<script", "href", "data-element-id");
    }

    private static String picture(File model) {
        return model.getName().replace(".bpmn", ".svg");
    }

    private static String drawnFrom(File model) throws IOException, NoSuchAlgorithmException {
        var hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(model.toPath()));
        return "drawn from " + model.getName() + ", SHA-256 " + HexFormat.of().formatHex(hash);
    }
}
