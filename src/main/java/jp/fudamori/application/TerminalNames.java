package jp.fudamori.application;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.fudamori.common.Refusal;
import jp.fudamori.common.TypedText;

/** The rule for the terminals of one application: 1 to 50, each named once. */
final class TerminalNames {

    private static final String LABEL = "端末名称等";

    private TerminalNames() {}

    /**
     * Returns the names without white space around them.
     *
     * @throws Refusal {@code text-not-allowed}, {@code terminal-named-twice}, {@code too-many-terminals}
     */
    static List<String> checked(List<String> names) {
        if (names.isEmpty()) {
            return List.of(TypedText.checked(LABEL, ""));
        }
        if (names.size() > LineNumber.MOST) {
            throw new Refusal(
                    ApplicationReason.TOO_MANY_TERMINALS,
                    "1回の申請は" + LineNumber.MOST + "台までです（" + names.size() + "台が入力されています）。分けて申請してください。");
        }
        var checked =
                names.stream().map(name -> TypedText.checked(LABEL, name)).collect(Collectors.toUnmodifiableList());
        twice(checked).ifPresent(name -> {
            throw new Refusal(
                    ApplicationReason.TERMINAL_NAMED_TWICE, "「" + name + "」が2回入力されています。端末1台ごとに、見分けられる名称を付けてください。");
        });
        return checked;
    }

    /**
     * @param before how many there were; each of them has its own certificate to replace
     * @throws Refusal {@code terminals-fixed}
     */
    static void refuseOtherNumber(ApplicationKind kind, int before, List<String> names) {
        if (kind.isReplacement() && names.size() != before) {
            throw new Refusal(
                    ApplicationReason.TERMINALS_FIXED,
                    "%sの申請では、端末の台数を変えられません（%d台）。名称は変えられます。".formatted(kind.japanese(), before));
        }
    }

    private static Optional<String> twice(List<String> names) {
        var seen = new HashSet<String>();
        return names.stream().filter(name -> !seen.add(name)).findFirst();
    }
}
