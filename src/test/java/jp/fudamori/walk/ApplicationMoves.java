package jp.fudamori.walk;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication.Approved;
import jp.fudamori.application.CorrectionDesk;
import jp.fudamori.application.DraftDesk;
import jp.fudamori.application.LineNumber;
import jp.fudamori.application.Remark;
import jp.fudamori.application.ReviewDesk;
import jp.fudamori.application.ReviewRoute;
import jp.fudamori.application.Triage;
import jp.fudamori.calendar.BusinessPeriod;
import jp.fudamori.walk.AllowedGraph.Verdict;

/** All that a clinic or an officer may try with an application until it is decided. */
class ApplicationMoves {

    private static final AllowedGraph GRAPH = AllowedGraph.application();
    private static final BusinessPeriod FIVE_DAYS = new BusinessPeriod(5);
    private static final Period A_MONTH = Period.ofDays(30);

    private final DraftDesk drafts;
    private final ApplicationDesk applications;
    private final ReviewDesk reviews;
    private final CorrectionDesk corrections;
    private final Dice dice;

    ApplicationMoves(
            DraftDesk drafts, ApplicationDesk applications, ReviewDesk reviews, CorrectionDesk corrections, Dice dice) {
        this.drafts = drafts;
        this.applications = applications;
        this.reviews = reviews;
        this.corrections = corrections;
        this.dice = dice;
    }

    List<Move> of(Case one, Case other) {
        var officer = dice.officer();
        return Stream.of(clinics(one, other), one.number == null ? none() : officers(one, one.number, officer))
                .flatMap(moves -> moves)
                .flatMap(Optional::stream)
                .toList();
    }

    private Stream<Optional<Move>> clinics(Case one, Case other) {
        var terminals = 1 + dice.below(3);
        var draft = Stream.of(
                move("consent", one, () -> drafts.consent(one.draft, one.clinic.id), () -> one.consented = true),
                move("enter", one, () -> drafts.enter(one.draft, "事務部 鈴木", names(terminals)), () -> {
                            one.entered = true;
                            one.terminals = terminals;
                        })
                        .map(move -> move.onlyIf(!one.isReplacement() || terminals == one.replaces.size())),
                move(
                                "submit",
                                one,
                                () -> one.number = applications
                                        .submit(one.draft, one.clinic.id, FIVE_DAYS, FIVE_DAYS)
                                        .number(),
                                () -> one.state = "submitted")
                        .map(move -> move.onlyIf(one.consented
                                && one.entered
                                && one.replaces.stream().noneMatch(Case.Line::isTaken))),
                move("drop", one, () -> drafts.giveUp(one.draft), () -> one.state = "dropped"));
        return one.number == null ? draft : Stream.concat(draft, submitted(one, other, one.number));
    }

    private Stream<Optional<Move>> submitted(Case one, Case other, ApplicationNumber number) {
        var fewer = 1 + dice.below(Math.max(1, one.terminals));
        return Stream.of(
                move("resubmit", one, () -> corrections.resubmit(number, "総務部 佐藤", names(fewer), one.clinic.id), () -> {
                            one.terminals = fewer;
                            one.triaged = false;
                            one.extended = false;
                            one.state = "submitted";
                        })
                        .map(move -> move.onlyIf(!one.isReplacement() || fewer == one.terminals)),
                move(
                        "resubmitMore",
                        one,
                        () -> corrections.resubmit(number, "総務部 佐藤", names(one.terminals + 1), one.clinic.id),
                        () -> {}),
                move("abandon", one, () -> corrections.abandon(number), () -> one.state = "abandoned"),
                move(
                        "cancel",
                        one,
                        () -> applications.cancel(number, one.clinic.code, one.clinic.id),
                        () -> one.state = "cancelled"),
                move(
                                "cancelForeign",
                                one,
                                () -> applications.cancel(number, other.clinic.code, other.clinic.id),
                                () -> {})
                        .filter(move -> one.clinic != other.clinic));
    }

    private Stream<Optional<Move>> officers(Case one, ApplicationNumber number, AccountId officer) {
        var second = dice.oneIn(3);
        var some = Set.of(1);
        var remarks = List.of(new Remark(Remark.Field.CONTACT_NAME, "担当者の氏名を入力してください。"));
        return Stream.of(
                move("triage", one, () -> reviews.triage(number, triage(second)), () -> {
                    one.triaged = true;
                    one.secondApproval = second;
                }),
                move(
                                "approve",
                                one,
                                () -> reviews.approve(number, Map.of(), officer),
                                () -> approved(one, officer, Set.of()))
                        .map(move -> move.onlyIf(one.triaged)),
                move(
                                "approveSome",
                                one,
                                () -> reviews.approve(number, refusals(number, some), officer),
                                () -> approved(one, officer, some))
                        .map(move -> move.onlyIf(one.triaged && one.terminals > 1)),
                move("approveNone", one, () -> reviews.approve(number, refusals(number, all(one)), officer), () -> {}),
                move("reject", one, () -> reviews.reject(number, officer, "対象外の施設です。"), () -> one.state = "rejected"),
                move("rejectMutely", one, () -> reviews.reject(number, officer, " "), () -> {}),
                move(
                        "giveBack",
                        one,
                        () -> reviews.giveBack(number, remarks, A_MONTH, officer),
                        () -> one.state = "returned"),
                move("extend", one, () -> reviews.extend(number, FIVE_DAYS), () -> one.extended = true)
                        .map(move -> move.unlessDone(one.extended)),
                move(
                        "approveSecond",
                        one,
                        () -> reviews.approveSecond(number, another(one)),
                        () -> approvedSecond(one)),
                move("approveTwice", one, () -> reviews.approveSecond(number, first(one)), () -> {}),
                move("refuseSecond", one, () -> reviews.sendBack(number, another(one)), () -> reopen(one)));
    }

    private void approved(Case one, AccountId officer, Set<Integer> refused) {
        one.refused = refused;
        if (one.secondApproval) {
            one.state = "second";
            one.firstApprover = officer;
            one.seenVersion = one.clinic.version;
        } else {
            approveForGood(one);
        }
    }

    private void approvedSecond(Case one) {
        if (one.seenVersion == one.clinic.version) {
            approveForGood(one);
        } else {
            reopen(one);
        }
    }

    private static void reopen(Case one) {
        one.state = "submitted";
        one.refused = Set.of();
        one.firstApprover = null;
    }

    private void approveForGood(Case one) {
        one.state = "approved";
        all(one).forEach(position -> {
            var line = new Case.Line(new LineNumber(requireNonNull(one.number), position));
            line.home = one;
            line.refused = one.refused.contains(position);
            one.lines.put(position, line);
        });
    }

    private AccountId first(Case one) {
        return one.firstApprover == null ? dice.officer() : one.firstApprover;
    }

    private AccountId another(Case one) {
        return Dice.OFFICERS.stream()
                .filter(officer -> !officer.equals(one.firstApprover))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Move> move(String step, Case one, Runnable run, Runnable learn) {
        return Move.of(GRAPH, step, one.state, run, learn);
    }

    private static Stream<Optional<Move>> none() {
        return Stream.empty();
    }

    private static Triage triage(boolean second) {
        return new Triage(second ? ReviewRoute.SECOND_APPROVAL : ReviewRoute.NORMAL, "定めによる");
    }

    private static Set<Integer> all(Case one) {
        return Set.copyOf(IntStream.rangeClosed(1, one.terminals).boxed().toList());
    }

    private static Map<LineNumber, String> refusals(ApplicationNumber number, Set<Integer> positions) {
        return positions.stream().collect(toMap(position -> new LineNumber(number, position), any -> "重複です。"));
    }

    private static List<String> names(int terminals) {
        return IntStream.rangeClosed(1, terminals).mapToObj("受付%d号機"::formatted).toList();
    }

    /** What the server says of an application, in the words of the table. */
    String state(ApplicationNumber number) {
        var application = applications.find(number).orElseThrow();
        var state = application.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return state.equals("approvedonce") ? "second" : state;
    }

    /** The lines that the server has approved. */
    List<LineNumber> approvedLines(ApplicationNumber number) {
        return applications
                .find(number)
                .filter(Approved.class::isInstance)
                .map(Approved.class::cast)
                .map(Approved::lines)
                .orElse(List.of());
    }

    static boolean isAllowed(Move move) {
        return move.verdict() == Verdict.YES;
    }
}
