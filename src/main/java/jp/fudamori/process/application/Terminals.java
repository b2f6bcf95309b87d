package jp.fudamori.process.application;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.fudamori.application.Repetition;

/** The terminals of an application as forms show and take them: one on each line. */
final class Terminals {

    private Terminals() {}

    static String lines(List<String> names) {
        return String.join("\n", names);
    }

    /** Numbered as the positions that the reviewer may refuse. */
    static String numbered(List<String> names) {
        return IntStream.rangeClosed(1, names.size())
                .mapToObj(position -> position + ". " + names.get(position - 1))
                .collect(Collectors.joining("\n"));
    }

    /** Blank lines do not count. */
    static List<String> entered(String lines) {
        return lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Says which terminals another application has already, with a link to it; empty where none has. */
    static String describe(List<Repetition> repetitions) {
        if (repetitions.isEmpty()) {
            return "";
        }
        return repetitions.stream()
                .map(each -> "- 「%s」: 受付番号 [%s](/api/applications/%s) で申請済み"
                        .formatted(
                                each.terminalName(),
                                each.earlier().application(),
                                each.earlier().application()))
                .collect(Collectors.joining("\n", "**同じ端末名の申請があります。** 二重に申請すると、発行料もそれぞれにかかります。\n\n", "\n"));
    }
}
