package jp.fudamori.bench;

import java.nio.file.Path;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Has JMH measure the parts one by one. */
final class SmallParts {

    private SmallParts() {}

    static void measure(Report report, Path log) {
        report.chapter("Small parts (JMH, one thread)");
        var options = new OptionsBuilder()
                .include(PartsBenchmark.class.getName())
                .verbosity(VerboseMode.SILENT)
                .output(log.toString())
                .timeout(TimeValue.minutes(1))
                .build();
        try {
            for (var result : new Runner(options).run()) {
                var figure = result.getPrimaryResult();
                report.figure(figure.getLabel(), figure.getScore(), "µs");
            }
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
