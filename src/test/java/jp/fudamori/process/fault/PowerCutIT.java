package jp.fudamori.process.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The runs of an application, of what comes before it, and of its letter. */
class PowerCutIT extends PowerCuts {

    PowerCutIT() {
        super("power-cut", SavePointRun.all());
    }

    @Test
    void goesThroughEverySavePointOfTheModels() {
        assertThat(Stream.of(SavePointRun.all(), CertificateRuns.all())
                        .flatMap(List::stream)
                        .map(SavePointRun::point)
                        .collect(Collectors.toSet()))
                .as("a new save point needs its run")
                .isEqualTo(SavePoint.deployed(office.jdbc()));
    }
}
