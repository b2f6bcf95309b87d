package jp.fudamori.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.fudamori.InvariantChecker;
import jp.fudamori.MovableClock;
import jp.fudamori.OutsideWorld;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.application.CorrectionDesk;
import jp.fudamori.application.DraftDesk;
import jp.fudamori.application.ReviewDesk;
import jp.fudamori.audit.AuditChain;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.DownloadDesk;
import jp.fudamori.certificate.QuickFiles;
import jp.fudamori.certificate.RenewedCertificates;
import jp.fudamori.certificate.RevocationRequestDesk;
import jp.fudamori.certificate.WithholdingDesk;
import jp.fudamori.common.Refusal;
import jp.fudamori.fee.CancellationDesk;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.institution.EndingDesk;
import jp.fudamori.notice.LetterDesk;
import jp.fudamori.notice.PostingDesk;
import jp.fudamori.notice.ReturnDesk;
import jp.fudamori.notice.TrackingDesk;
import jp.fudamori.notice.WithdrawalDesk;
import jp.fudamori.reissue.LossDesk;
import jp.fudamori.reissue.ReissueDesk;
import jp.fudamori.renewal.RenewalCampaign;
import jp.fudamori.renewal.RenewalDesk;
import jp.fudamori.renewal.RenewalHandover;
import jp.fudamori.renewal.RenewalWithdrawal;
import jp.fudamori.succession.SuccessionDesk;
import jp.fudamori.succession.SuccessionEffects;
import jp.fudamori.walk.AllowedGraph.Verdict;
import jp.fudamori.walk.Case.Clinic;
import jp.fudamori.walk.Case.Line;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fifty thousand random steps, about twenty years, over the real services: about half of them forbidden, a sixth told
 * twice; and as many more as it takes until everything that may be done was done once. {@code -Dfudamori.walk.seed} and
 * {@code -Dfudamori.walk.steps} choose another walk.
 */
@JdbcTest(
        properties = {
            "spring.flyway.default-schema=fudamori",
            "fudamori.account.administrator-password=First-To-Enter-2026",
            "fudamori.seal.key=dGVzdHMtb25seS10ZXN0cy1vbmx5LXRlc3RzLW9ubHk=",
            "fudamori.ca.key-pool.RSA_2048=0",
            "fudamori.certificate.key=EC_P256"
        })
@AutoConfigureTestDatabase(replace = Replace.NONE)
@Import({OutsideWorld.class, WalkAuthority.class, QuickFiles.class, WalkSlice.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@Tag("endurance")
class RandomWalkIT {

    private static final long SEED = Long.getLong("fudamori.walk.seed", 20261122);
    private static final int LONG_ENOUGH = 50_000;
    private static final int STEPS = Integer.getInteger("fudamori.walk.steps", LONG_ENOUGH);

    /** Where something rare has not happened by then. */
    private static final int LONGEST = 58_000;

    private static final int BETWEEN_FULL_CHECKS = 2_500;
    private static final int CLINICS = 6;
    private static final Pattern ENDS =
            Pattern.compile("drop|cancel|reject|abandon|giveBack|revoke|orderRevocation|report(Letter|File)");

    /** What would lead to a certificate; for a code that has ended it is refused, how far it may have come. */
    private static final Pattern LEADS_TO_CERTIFICATE = Pattern.compile(
            "(submit|resubmit|approve|approveSome|approveSecond|vet|sign|reportLetter|reportFile|renew) in .*");

    private final Dice dice = new Dice(SEED);
    private final List<Clinic> open = new ArrayList<>();
    private final List<Clinic> ended = new ArrayList<>();
    private final List<Case> cases = new ArrayList<>();
    private final Map<Verdict, Integer> counted = new HashMap<>();
    private final Set<String> allowed = new TreeSet<>();

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AuditChain chain;

    @Autowired
    private DraftDesk drafts;

    @Autowired
    private TransactionTemplate transactions;

    private ApplicationMoves applicationMoves;
    private LineMoves lineMoves;
    private LetterMoves letterMoves;
    private LossMoves lossMoves;
    private RenewalMoves renewalMoves;
    private EndingMoves endingMoves;
    private Clinics clinics;
    private Passing.Jobs jobs;
    private InvariantChecker checker;

    @Autowired
    void prepareMoves(
            ApplicationDesk applications, ReviewDesk reviews, CorrectionDesk corrections, DraftDesk draftDesk) {
        applicationMoves = new ApplicationMoves(draftDesk, applications, reviews, corrections, dice);
    }

    @Autowired
    void prepareLineMoves(
            CertificateDesk certificates,
            RenewedCertificates renewed,
            WithholdingDesk withholding,
            DownloadDesk downloadDesk,
            FeeDesk fees,
            CancellationDesk cancellations) {
        lineMoves = new LineMoves(
                new LineMoves.Making(certificates, renewed, withholding),
                downloadDesk,
                fees,
                cancellations,
                transactions,
                clock);
    }

    @Autowired
    void prepareLetterMoves(LetterDesk letters, PostingDesk postings, TrackingDesk tracking, ReturnDesk returns) {
        letterMoves = new LetterMoves(letters, postings, tracking, returns, dice, clock);
    }

    @Autowired
    void prepareLossMoves(
            RevocationRequestDesk requests,
            WithdrawalDesk letters,
            LossDesk reports,
            ReissueDesk reissues,
            PreparedDrafts prepared) {
        lossMoves = new LossMoves(
                requests, letters, new LossMoves.Losses(reports, reissues, drafts, prepared), transactions, clock);
    }

    @Autowired
    void prepareEndingMoves(
            EndingDesk endings,
            SuccessionDesk successions,
            SuccessionEffects effects,
            PreparedDrafts prepared,
            Clinics registered) {
        clinics = registered;
        endingMoves = new EndingMoves(
                new EndingMoves.Desks(endings, successions, effects, drafts, prepared),
                registered,
                transactions,
                dice,
                clock);
    }

    @Autowired
    void prepareRenewalMoves(
            RenewalDesk renewals,
            RenewalHandover handover,
            RenewalWithdrawal withdrawal,
            RenewalCampaign campaign,
            DownloadDesk downloads) {
        renewalMoves = new RenewalMoves(renewals, handover, withdrawal, clock);
        jobs = new Passing.Jobs(downloads, campaign, handover);
    }

    @Test
    void neverReachesAnImpossibleState() {
        System.out.printf("random walk: seed %d, %d steps%n", SEED, STEPS);
        checker = InvariantChecker.of(database).withoutProcesses();
        clock.standAt(LocalDate.of(2026, 11, 20).atTime(10, 0));
        var passing = new Passing(jobs, endingMoves, dice, clock);
        clinics.openOfficers();
        IntStream.range(0, CLINICS).forEach(each -> open.add(clinics.withAccount(clinics.register())));

        int step = 0;
        while (step < STEPS || step < LONGEST && !missing(passing).isEmpty()) {
            step++;
            passing.some(cases, ended);
            if (dice.oneIn(20)) {
                clinics.move(dice.of(open));
            }
            step(step);
            if (step == STEPS) {
                System.out.printf("random walk: not made yet %s%n", missing(passing));
            }
            if (step % BETWEEN_FULL_CHECKS == 0) {
                chain.seal();
                jdbc.sql("analyze").update();
                assertThat(checker.violations())
                        .as("after step %d of seed %d", step, SEED)
                        .isEmpty();
            }
        }

        System.out.printf(
                "random walk: %d steps, %d applications, %s, until %s%n",
                step, cases.size(), counted, LocalDate.now(clock));
        assertThat(counted.get(Verdict.NO)).isGreaterThan(STEPS / 5);
        assertThat(missing(passing)).as("what may be done, or falls due").isEmpty();
    }

    /** What never happened so far; empty in a walk too short for it. */
    private Set<String> missing(Passing passing) {
        if (STEPS < LONG_ENOUGH) {
            return Set.of();
        }
        var missing = new TreeSet<>(everyAllowedStep());
        missing.addAll(Passing.EVERYTHING);
        missing.removeAll(allowed);
        missing.removeAll(passing.done());
        return missing;
    }

    private void step(int step) {
        if (cases.isEmpty() || dice.oneIn(45)) {
            open();
        } else if (dice.oneIn(2_000)) {
            ended.add(dice.of(withCertificates()));
        } else if (!ended.isEmpty() && dice.oneIn(50)) {
            var clinic = ended.get(ended.size() - 1 - dice.below(Math.min(3, ended.size())));
            var lines = Passing.linesOf(clinic, cases);
            take(step, endingMoves.of(clinic, lines, open, cases), () -> snapshot(clinic));
        } else {
            var one = pick();
            take(step, moves(one), () -> snapshot(one)).ifPresent(context -> compare(one, context));
        }
    }

    /** Institutions of which something is left when they end; all, if there is none. */
    private List<Clinic> withCertificates() {
        var today = LocalDate.now(clock);
        var found = open.stream()
                .filter(clinic -> Passing.linesOf(clinic, cases).stream().anyMatch(line -> line.isValid(today)))
                .toList();
        return found.isEmpty() ? open : found;
    }

    /** Most are young; of the old ones rather those that can be renewed. */
    private Case pick() {
        var old = dice.oneIn(5) ? cases.stream().filter(this::isRenewable).toList() : List.<Case>of();
        if (!old.isEmpty()) {
            return dice.of(old);
        }
        return dice.oneIn(4) ? dice.of(cases) : cases.get(cases.size() - 1 - dice.below(Math.min(6, cases.size())));
    }

    private boolean isRenewable(Case one) {
        return one.lines.values().stream().anyMatch(renewalMoves::isUnderWay)
                || one.lines.values().stream().anyMatch(renewalMoves::isFetched) && dice.oneIn(4);
    }

    /** @return what was done, for messages; empty where nothing changed, which the snapshot has shown */
    private Optional<String> take(int step, List<Move> moves, Supplier<String> snapshot) {
        var move = choose(moves);
        var context = "step %d of seed %d: %s, expected %s".formatted(step, SEED, move.name(), move.verdict());
        var before = move.verdict() == Verdict.YES ? "" : snapshot.get();
        var outcome = tried(move);
        if (move.verdict() == Verdict.YES) {
            allowed.add(move.name());
        }
        counted.merge(move.verdict(), 1, Integer::sum);
        assertThat(outcome.isEmpty()).as(context + ", " + outcome).isEqualTo(move.verdict() != Verdict.NO);
        if (move.verdict() != Verdict.YES) {
            assertThat(snapshot.get()).as(context).isEqualTo(before);
        }
        return move.verdict() == Verdict.YES ? Optional.of(context) : Optional.empty();
    }

    /** The model and the server agree, and all rules hold for the application. */
    private void compare(Case one, String context) {
        var number = one.number;
        if (number == null) {
            return;
        }
        assertThat(applicationMoves.state(number)).as(context).isEqualTo(one.state);
        assertThat(applicationMoves.approvedLines(number))
                .as(context)
                .isEqualTo(one.lines.values().stream()
                        .filter(line -> !line.refused)
                        .map(line -> line.number)
                        .toList());
        one.lines.values().stream()
                .filter(line -> line.until != null)
                .forEach(line ->
                        assertThat(lineMoves.isRevoked(line)).as(context).isEqualTo(line.revoked));
        one.letters.forEach(
                letter -> assertThat(letterMoves.state(letter)).as(context).isEqualTo(letter.state()));
        assertThat(checker.violations(Set.of(number))).as(context).isEmpty();
    }

    /** Rather those of its letters, which are few among the others. */
    private List<Move> moves(Case one) {
        var moves = one.letters.stream()
                .flatMap(letter -> letterMoves.of(one, letter).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        if (moves.isEmpty() || !dice.oneIn(3)) {
            moves.addAll(otherMoves(one));
        }
        return moves;
    }

    private List<Move> otherMoves(Case one) {
        var moves = new ArrayList<>(applicationMoves.of(one, dice.of(cases)));
        if (one.number != null && one.kind != ApplicationKind.RENEWAL) {
            moves.add(letterMoves.assemble(one, one.number));
        }
        one.lines.values().forEach(line -> moves.addAll(lineMoves.of(one, line)));
        one.lines
                .values()
                .forEach(line -> moves.addAll(lineMoves.wrongCode(one, line, dice.oneIn(2) ? 1 : Line.WRONG_CODES)));
        var other = dice.of(cases);
        one.lines.values().forEach(line -> moves.addAll(lossMoves.of(one, other, line, cases::add)));
        one.lines.values().forEach(line -> moves.addAll(renewalMoves.of(one, other, line, cases::add)));
        if (one.clinic.hasEnded(LocalDate.now(clock))) {
            moves.replaceAll(move ->
                    move.onlyIf(!LEADS_TO_CERTIFICATE.matcher(move.name()).matches()));
        }
        return moves;
    }

    private Move choose(List<Move> moves) {
        var legal = moves.stream().filter(ApplicationMoves::isAllowed).toList();
        if (legal.isEmpty() || dice.oneIn(4)) {
            return dice.of(moves);
        }
        var first =
                legal.stream().filter(move -> !allowed.contains(move.name())).toList();
        if (!first.isEmpty()) {
            return dice.of(first);
        }
        // most applications should come as far as their letter
        var further = legal.stream()
                .filter(move -> !ENDS.matcher(move.name()).lookingAt())
                .toList();
        return further.isEmpty() || dice.oneIn(5) ? dice.of(legal) : dice.of(further);
    }

    /** Returns why the server refused; empty if it did not. Whatever else is thrown, is a failure. */
    private static Optional<String> tried(Move move) {
        try {
            move.run().run();
        } catch (Refusal | IllegalStateException | NoSuchElementException refused) {
            return Optional.of(refused.toString());
        }
        if (move.verdict() == Verdict.YES) {
            move.learn().run();
        }
        return Optional.empty();
    }

    private void open() {
        var clinic = dice.of(open);
        if (clinic.hasEnded(LocalDate.now(clock))) {
            assertThatThrownBy(() -> drafts.open(clinic.id, Period.ofDays(30)))
                    .as("draft of " + clinic.code)
                    .isInstanceOf(Refusal.class);
            return;
        }
        cases.add(new Case(clinic, drafts.open(clinic.id, Period.ofDays(30)).id()));
    }

    private static List<String> everyAllowedStep() {
        return Stream.of(
                        AllowedGraph.application(),
                        AllowedGraph.line(),
                        AllowedGraph.letter(),
                        AllowedGraph.renewal(),
                        AllowedGraph.ending())
                .flatMap(graph -> graph.allowed().stream())
                .filter(step -> !step.startsWith("reverseFee")) // leads to no other state
                .toList();
    }

    /** Everything about an application but what a failed try at its download leaves. */
    private String snapshot(Case one) {
        return jdbc.sql("""
                with number as (select cast(:number as text) as n),
                rows as (
                    select t::text as text from application_draft t where draft_id = :draft
                    union all select t::text from certificate_application t, number where application_number = n
                    union all select t::text from application_line t, number where application_number = n
                    union all select t::text from application_correction t, number where application_number = n
                    union all select t::text from certificate t, number where application_number = n
                    union all select t::text from certificate_secret t, number where application_number = n
                    union all select (line, download_until, closed_on, downloads, md5(pkcs12))::text
                                from certificate_download, number where application_number = n
                    union all select t::text from fee t, number where consent_reference = n
                    union all select t::text from fee_consent t, number where reference = n
                    union all select (letter_number, printed_at, voided_on, md5(sealed_pages))::text
                                from letter, number where application_number = n
                    union all select t::text from letter_line t, number where application_number = n
                    union all select p::text from letter_posting p join letter l using (letter_number), number
                               where l.application_number = n
                    union all select e::text from letter_event e join letter l using (letter_number), number
                               where l.application_number = n
                    union all select t::text from audit_entry t, number
                               where subject = any (array(select n
                                                          union all
                                                          select n || '-' || to_char(line, 'FM00')
                                                            from application_line where application_number = n))
                                 and action not like 'download-%'
                    union all select t::text from renewal t, number where application_number = n
                    union all select (line, md5(sealed_key), md5(sealed_file))::text
                                from renewal_file, number where application_number = n
                    union all select t::text from certificate_replacement t, number
                               where application_number = n or replaced_application = n)
                select coalesce(md5(string_agg(text, '|' order by text)), '') from rows
                """)
                .param(
                        "number",
                        Optional.ofNullable(one.number).map(Object::toString).orElse(""))
                .param("draft", one.draft.value())
                .query(String.class)
                .single();
    }

    /** Everything about the ending of an institution. */
    private String snapshot(Clinic clinic) {
        return jdbc.sql("""
                with rows as (
                    select t::text as text from institution_ending t where code = :code
                    union all select t::text from succession t where code = :code
                    union all select (serial, revoked_at)::text from certificate where institution_code = :code)
                select coalesce(md5(string_agg(text, '|' order by text)), '') from rows
                """)
                .param("code", clinic.code.value())
                .query(String.class)
                .single();
    }
}
