package jp.fudamori.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;

/** Steps taken one after another until one fails; tells a line about each. */
final class Journey {

    private final List<Step> steps;
    private final Supplier<String> state;
    private final PrintStream out;

    /** @param state tells where the process stands */
    Journey(List<Step> steps, Supplier<String> state, PrintStream out) {
        this.steps = List.copyOf(steps);
        this.state = state;
        this.out = out;
    }

    /** @return whether every step succeeded */
    boolean run() {
        for (int i = 0; i < steps.size(); i++) {
            if (!succeeds(steps.get(i), "%2d/%d".formatted(i + 1, steps.size()))) {
                return false;
            }
        }
        return true;
    }

    private boolean succeeds(Step step, String place) {
        try {
            var remark = step.action().run();
            out.printf("✓ %s %s — %s ［%s］%n", place, step.name(), remark, state.get());
            return true;
        } catch (Exception e) {
            out.printf("✗ %s %s — %s%n", place, step.name(), e.getMessage());
            e.printStackTrace(out);
            return false;
        }
    }

    /** @param name in Japanese, with who does it */
    record Step(String name, Action action) {}

    /** What a step does. */
    @FunctionalInterface
    interface Action {

        /** @return what came out, in Japanese */
        String run() throws Exception;
    }
}
