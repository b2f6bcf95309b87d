package jp.fudamori.institution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.fudamori.sheet.Refused;
import jp.fudamori.sheet.Row;
import jp.fudamori.sheet.SheetReader;

/** Finds what is wrong with the rows of a file of endings, held against the registry and against one another. */
final class EndingRules {

    private static final String CODE = "医療機関コード";
    private static final String SUCCESSOR = "承継先医療機関コード";

    private final Map<InstitutionCode, Ending> known;
    private final Set<Ending> wrong;
    private final Set<InstitutionCode> unregistered;
    private final Map<InstitutionCode, InstitutionCode> successorOf = new HashMap<>();
    private final Map<InstitutionCode, InstitutionCode> predecessorOf = new HashMap<>();

    /**
     * @param known endings that count
     * @param wrong endings that somebody found wrong: told just so once more, they are passed over
     * @param unregistered codes of the file that the registry does not have
     */
    EndingRules(Map<InstitutionCode, Ending> known, Set<Ending> wrong, Set<InstitutionCode> unregistered) {
        this.known = known;
        this.wrong = wrong;
        this.unregistered = unregistered;
        known.values().forEach(this::learn);
    }

    static List<InstitutionCode> codes(Collection<RowOfEnding> rows) {
        var codes = new ArrayList<InstitutionCode>();
        for (var row : rows) {
            codes.add(row.code());
            row.successor().ifPresent(codes::add);
        }
        return codes;
    }

    /** Returns the objections in the order of the file, at most one a row; at most 1,000. */
    List<Refused> objections(List<Row<RowOfEnding>> rows) {
        var objections = new HashMap<Long, Refused>();
        for (var row : rows) {
            objection(row)
                    .ifPresentOrElse(
                            objection -> objections.put(row.line(), objection),
                            () -> row.value().ending().filter(this::counts).ifPresent(this::learn));
        }
        for (var row : rows) {
            if (isInCircle(row.value().code())) {
                objections.putIfAbsent(row.line(), new Refused(row.line(), SUCCESSOR, "承継がひと回りして、もとの医療機関コードに戻ります。"));
            }
        }
        return rows.stream()
                .map(row -> objections.get(row.line()))
                .filter(Objects::nonNull)
                .limit(SheetReader.MOST_REFUSALS)
                .toList();
    }

    private Optional<Refused> objection(Row<RowOfEnding> row) {
        var value = row.value();
        if (unregistered.contains(value.code())) {
            return refused(row, CODE, "登録されていない医療機関コードです。");
        }
        if (!value.ending().map(this::counts).orElse(true)) {
            return Optional.empty();
        }
        var recorded = Optional.ofNullable(known.get(value.code()));
        if (recorded.isPresent()) {
            return recorded.equals(value.ending())
                    ? Optional.empty()
                    : refused(row, CODE, "この医療機関コードの廃止は、別の内容ですでに取り込まれています。");
        }
        return value.successor().flatMap(successor -> objection(row, successor));
    }

    private Optional<Refused> objection(Row<RowOfEnding> row, InstitutionCode successor) {
        if (successor.equals(row.value().code())) {
            return refused(row, SUCCESSOR, "廃止する医療機関コードと同じです。");
        }
        if (unregistered.contains(successor)) {
            return refused(row, SUCCESSOR, "登録されていない医療機関コードです。先に登録簿を取り込んでください。");
        }
        return predecessorOf.containsKey(successor)
                ? refused(row, SUCCESSOR, "別の医療機関コードの承継先として、すでに使われています。")
                : Optional.empty();
    }

    /** Returns whether it may be recorded, or is. */
    boolean counts(Ending ending) {
        return !wrong.contains(ending);
    }

    private void learn(Ending ending) {
        ending.successor().ifPresent(successor -> {
            successorOf.put(ending.code(), successor);
            predecessorOf.put(successor, ending.code());
        });
    }

    /** Every code has one successor at most, so a way that comes back comes back to where it began, or never. */
    private boolean isInCircle(InstitutionCode code) {
        var seen = new HashSet<InstitutionCode>();
        var next = successorOf.get(code);
        while (next != null && seen.add(next)) {
            if (next.equals(code)) {
                return true;
            }
            next = successorOf.get(next);
        }
        return false;
    }

    private static Optional<Refused> refused(Row<RowOfEnding> row, String column, String reason) {
        return Optional.of(new Refused(row.line(), column, reason));
    }
}
