package jp.fudamori.walk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an office without mistakes allows: domain.md §7 as the types of this server have it. Written down independently
 * of the code under test. A step that is told twice changes nothing the second time ({@code same}).
 */
final class AllowedGraph {

    private static final AllowedGraph APPLICATION = read("""
            step            draft submitted returned second approved rejected cancelled abandoned dropped
            consent         yes   no        no       no     no       no       no        no        no
            enter           yes   no        no       no     no       no       no        no        no
            submit          yes   no        no       no     no       no       no        no        no
            drop            yes   same      same     same   same     same     same      same      same
            triage          -     yes       no       no     no       no       no        no        -
            approve         -     yes       no       no     no       no       no        no        -
            approveSome     -     yes       no       no     no       no       no        no        -
            approveNone     -     no        no       no     no       no       no        no        -
            reject          -     yes       no       no     no       no       no        no        -
            rejectMutely    -     no        no       no     no       no       no        no        -
            giveBack        -     yes       no       no     no       no       no        no        -
            extend          -     yes       same     yes    same     same     same      same      -
            resubmit        -     no        yes      no     no       no       no        no        -
            resubmitMore    -     no        no       no     no       no       no        no        -
            abandon         -     no        yes      no     no       no       no        no        -
            approveSecond   -     no        no       yes    no       no       no        no        -
            approveTwice    -     no        no       no     no       no       no        no        -
            refuseSecond    -     no        no       yes    no       no       no        no        -
            cancel          -     yes       yes      yes    no       no       same      no        -
            cancelForeign   -     no        no       no     no       no       no        no        -
            """);

    private static final AllowedGraph LINE = read("""
            step            unapproved approved vetted orphaned givenUp waiting locked closed expired revoked withheld emptied
            vet             no         yes      same   same     same    same    same   same   same    same    no       no
            sign            no         no       yes    yes      same    same    same   same   same    same    no       no
            withhold        no         yes      yes    -        -       no      no     no     no      no      same     same
            reverseFee      no         no       no     no       no      yes     yes    yes    yes     yes     no       no
            download        -          -        -      -        -       yes     no     no     no      no      -        -
            downloadWrongly -          -        -      -        -       no      no     no     no      no      -        -
            revokeByClinic  no         no       no     no       no      yes     yes    yes    yes     no      no       no
            revokeByOffice  no         no       no     no       no      yes     yes    yes    yes     no      no       no
            approveOwn      no         no       no     no       no      no      no     no     no      no      no       no
            revokeForeign   no         no       no     no       no      no      no     no     no      no      no       no
            orderRevocation same       same     same   same     same    yes     yes    yes    yes     same    same     same
            reportLetter    no         no       no     no       no      yes     yes    yes    yes     yes     no       no
            reportFile      no         no       no     no       no      yes     yes    yes    yes     yes     no       no
            reportForeign   no         no       no     no       no      no      no     no     no      no      no       no
            reportTomorrow  no         no       no     no       no      no      no     no     no      no      no       no
            """);

    private static final AllowedGraph LETTER = read("""
            step            assembled printed underWay delivered returned toPostAgain lost void
            print           yes       same    same     same      same     same        same same
            post            no        yes     no       no        no       yes         no   no
            postTomorrow    no        no      no       no        no       no          no   no
            report          no        no      yes      yes       yes      yes         yes  no
            reportTomorrow  no        no      no       no        no       no          no   no
            postAgain       no        no      no       no        yes      no          no   no
            postTornAgain   no        no      no       no        no       no          no   no
            giveUp          no        no      no       no        yes      no          no   no
            makeVoid        no        no      no       no        yes      yes         yes  same
            """);

    /** What follows a certificate by renewal; the states are those of the certificate that is renewed. */
    private static final AllowedGraph RENEWAL = read("""
            step         unsigned early open making ready fetched orphaned withdrawn late closed otherwise revoked ended
            renew        no       no    yes  no     no    no      no       no        no   no     no        no      no
            renewForeign no       no    no   no     no    no      no       no        no   no     no        no      no
            fetch        no       no    no   no     yes   yes     no       no        no   no     no        no      no
            fetchWeakly  no       no    no   no     no    yes     no       no        no   no     no        no      no
            withdraw     -        -     -    -      same  same    yes      same      -    -      -         -       -
            """);

    /** How the code of an institution ends. */
    private static final AllowedGraph ENDING = read("""
            step          running assessed rejected closing succeeding over
            end           yes     same     same     same    same       same
            endOtherwise  -       no       yes      no      no         no
            assess        no      same     same     same    same       same
            close         no      yes      same     same    same       same
            succeed       -       yes      same     same    same       same
            decideClosing no      yes      no       no      no         no
            decideWrong   no      yes      no       no      no         no
            decideMutely  no      no       no       no      no         no
            prepare       -       -        -        -       yes        -
            """);

    private final Map<String, Map<String, Verdict>> verdicts;

    private AllowedGraph(Map<String, Map<String, Verdict>> verdicts) {
        this.verdicts = verdicts;
    }

    /** What becomes of a step. */
    enum Verdict {
        YES,
        /** Accepted, and nothing changes. */
        SAME,
        NO
    }

    static AllowedGraph application() {
        return APPLICATION;
    }

    static AllowedGraph line() {
        return LINE;
    }

    static AllowedGraph letter() {
        return LETTER;
    }

    static AllowedGraph renewal() {
        return RENEWAL;
    }

    static AllowedGraph ending() {
        return ENDING;
    }

    /** Empty where the step cannot even be told. */
    Optional<Verdict> of(String step, String state) {
        return Optional.ofNullable(verdicts.get(step)).map(row -> row.get(state));
    }

    /** The steps that are allowed, each as {@code step in state}. */
    List<String> allowed() {
        return verdicts.entrySet().stream()
                .flatMap(row -> row.getValue().entrySet().stream()
                        .filter(cell -> cell.getValue() == Verdict.YES)
                        .map(cell -> row.getKey() + " in " + cell.getKey()))
                .sorted()
                .toList();
    }

    private static AllowedGraph read(String table) {
        var rows = table.lines().map(row -> row.split("\\s+")).toList();
        var states = rows.get(0);
        var verdicts = new HashMap<String, Map<String, Verdict>>();
        for (var row : rows.subList(1, rows.size())) {
            var cells = new HashMap<String, Verdict>();
            for (int column = 1; column < row.length; column++) {
                if (!row[column].equals("-")) {
                    cells.put(states[column], verdict(row[column]));
                }
            }
            verdicts.put(row[0], cells);
        }
        return new AllowedGraph(verdicts);
    }

    private static Verdict verdict(String word) {
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow();
    }
}
