package jp.fudamori.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.fudamori.demo.Journey.Step;
import org.junit.jupiter.api.Test;

class JourneyTest {

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @Test
    void tellsALineAStepWithTheStateOfTheProcess() {
        var succeeded = journey(new Step("申請する", () -> "受付番号 20261122-00042"), new Step("審査する", () -> "承認"));

        assertThat(succeeded).isTrue();
        assertThat(output())
                .hasLineCount(2)
                .contains("✓  1/2 申請する — 受付番号 20261122-00042 ［審査中］", "✓  2/2 審査する — 承認 ［審査中］");
    }

    @Test
    void endsAtTheFirstStepThatFails() {
        var succeeded = journey(
                new Step("申請する", () -> {
                    throw new IllegalStateException("受付番号が付きません。");
                }),
                new Step("審査する", () -> "承認"));

        assertThat(succeeded).isFalse();
        assertThat(output()).contains("✗  1/2 申請する — 受付番号が付きません。").doesNotContain("審査する");
    }

    private boolean journey(Step... steps) {
        return new Journey(List.of(steps), () -> "審査中", new PrintStream(output, true, StandardCharsets.UTF_8)).run();
    }

    private String output() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
