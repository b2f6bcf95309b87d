package jp.fudamori.demo;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;

/** Journeys one after the other through one server, until one fails. */
final class Journeys {

    private static final String RULE = "─".repeat(78);

    private final List<JourneyPlan> plans;

    private Journeys(List<JourneyPlan> plans) {
        this.plans = List.copyOf(plans);
    }

    /**
     * Chooses by {@code --journey=straight,returned}, in the order that was asked for; all of them without it.
     *
     * @throws IllegalArgumentException in Japanese, if there is no journey of that name
     */
    static Journeys chosenBy(ApplicationArguments arguments) {
        var names = arguments.getOptionValues("journey");
        return new Journeys(
                names == null || names.isEmpty()
                        ? List.of(JourneyPlan.values())
                        : names.stream()
                                .flatMap(value -> Arrays.stream(value.split(",")))
                                .map(Journeys::plan)
                                .toList());
    }

    private static JourneyPlan plan(String name) {
        return Arrays.stream(JourneyPlan.values())
                .filter(plan -> plan.code().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--journey=%s という道のりはありません。%s から選んでください。".formatted(name, codes())));
    }

    private static String codes() {
        return Arrays.stream(JourneyPlan.values()).map(JourneyPlan::code).collect(Collectors.joining("、"));
    }

    List<JourneyPlan> plans() {
        return plans;
    }

    /** @return whether every journey came to its end */
    boolean run(JourneyWorld world, PrintStream out) {
        for (var plan : plans) {
            out.printf("%n%s%n%s（%s）%n%n", RULE, plan.title(), plan.code());
            if (!plan.in(world, out).run()) {
                return false;
            }
        }
        out.printf("%n%s%n%d つの道のりがすべて終わりました: %s%n", RULE, plans.size(), world.folder());
        return true;
    }
}
