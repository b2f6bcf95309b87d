package jp.fudamori.walk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.fudamori.InvariantChecker;
import jp.fudamori.MovableClock;
import jp.fudamori.OutsideWorld;
import jp.fudamori.TestAuthority;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.CorrectionDesk;
import jp.fudamori.application.DraftDesk;
import jp.fudamori.application.ReviewDesk;
import jp.fudamori.audit.AuditChain;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.DownloadDesk;
import jp.fudamori.certificate.RevocationRequestDesk;
import jp.fudamori.common.Refusal;
import jp.fudamori.fee.CancellationDesk;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.institution.CheckDigitRules;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.notice.LetterDesk;
import jp.fudamori.notice.PostingDesk;
import jp.fudamori.notice.ReturnDesk;
import jp.fudamori.notice.TrackingDesk;
import jp.fudamori.notice.WithdrawalDesk;
import jp.fudamori.reissue.LossDesk;
import jp.fudamori.reissue.ReissueDesk;
import jp.fudamori.walk.AllowedGraph.Verdict;
import jp.fudamori.walk.Case.Clinic;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase.Replace;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ten thousand random steps over the real services: about half of them forbidden, a sixth told twice.
 * {@code -Dfudamori.walk.seed} and {@code -Dfudamori.walk.steps} choose another walk.
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
@Import({OutsideWorld.class, TestAuthority.class, WalkSlice.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class RandomWalkIT {

    private static final long USUAL_SEED = 20261122;
    private static final long SEED = Long.getLong("fudamori.walk.seed", USUAL_SEED);
    private static final int STEPS = Integer.getInteger("fudamori.walk.steps", 10_000);
    private static final int BETWEEN_FULL_CHECKS = 500;
    private static final int CLINICS = 6;
    private static final Pattern ENDS =
            Pattern.compile("drop|cancel|reject|abandon|giveBack|makeVoid|revoke|orderRevocation|report(Letter|File)");

    private final Dice dice = new Dice(SEED);
    private final List<Clinic> clinics = new ArrayList<>();
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
    private InstitutionRegistry registry;

    @Autowired
    private CheckDigitRules checkDigits;

    @Autowired
    private AccountDesk accounts;

    @Autowired
    private AuditChain chain;

    @Autowired
    private DraftDesk drafts;

    @Autowired
    private DownloadDesk downloads;

    @Autowired
    private TransactionTemplate transactions;

    private ApplicationMoves applicationMoves;
    private LineMoves lineMoves;
    private LetterMoves letterMoves;
    private LossMoves lossMoves;
    private InvariantChecker checker;

    @Autowired
    void prepareMoves(
            ApplicationDesk applications, ReviewDesk reviews, CorrectionDesk corrections, DraftDesk draftDesk) {
        applicationMoves = new ApplicationMoves(draftDesk, applications, reviews, corrections, dice);
    }

    @Autowired
    void prepareLineMoves(
            CertificateDesk certificates,
            DownloadDesk downloadDesk,
            FeeDesk fees,
            CancellationDesk cancellations,
            PlatformTransactionManager transactions) {
        lineMoves = new LineMoves(
                certificates, downloadDesk, fees, cancellations, new TransactionTemplate(transactions), clock);
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

    @Test
    void neverReachesAnImpossibleState() {
        System.out.printf("random walk: seed %d, %d steps%n", SEED, STEPS);
        checker = InvariantChecker.of(database).withoutProcesses();
        clock.standAt(LocalDate.of(2026, 11, 20).atTime(10, 0));
        openAccounts();

        for (int step = 1; step <= STEPS; step++) {
            passTime();
            step(step);
            if (step % BETWEEN_FULL_CHECKS == 0) {
                chain.seal();
                assertThat(checker.violations())
                        .as("after step %d of seed %d", step, SEED)
                        .isEmpty();
            }
        }

        System.out.printf("random walk: %d applications, %s%n", cases.size(), counted);
        assertThat(counted.get(Verdict.NO)).isGreaterThan(STEPS / 5);
        if (STEPS >= 10_000 && SEED == USUAL_SEED) {
            assertThat(allowed).as("every allowed step was made").containsAll(everyAllowedStep());
        }
    }

    private void step(int step) {
        if (cases.isEmpty() || dice.oneIn(45)) {
            open();
            return;
        }
        var one = dice.oneIn(4) ? dice.of(cases) : cases.get(cases.size() - 1 - dice.below(Math.min(6, cases.size())));
        var move = choose(moves(one));
        var context = "step %d of seed %d: %s, expected %s".formatted(step, SEED, move.name(), move.verdict());
        var before = snapshot(one);
        var outcome = tried(move);
        if (move.verdict() == Verdict.YES) {
            allowed.add(move.name());
        }
        counted.merge(move.verdict(), 1, Integer::sum);
        assertThat(outcome.isEmpty()).as(context + ", " + outcome).isEqualTo(move.verdict() != Verdict.NO);
        if (move.verdict() != Verdict.YES) {
            assertThat(snapshot(one)).as(context).isEqualTo(before);
        }
        compare(one, context);
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
        one.letters.forEach(
                letter -> assertThat(letterMoves.state(letter)).as(context).isEqualTo(letter.state()));
        assertThat(checker.violations(Set.of(number))).as(context).isEmpty();
    }

    private List<Move> moves(Case one) {
        var moves = new ArrayList<>(applicationMoves.of(one, dice.of(cases)));
        if (one.number != null) {
            moves.add(letterMoves.assemble(one, one.number));
        }
        one.lines.values().forEach(line -> moves.addAll(lineMoves.of(one, line)));
        one.lines.values().forEach(line -> moves.addAll(lineMoves.wrongCode(one, line)));
        var other = dice.of(cases);
        one.lines.values().forEach(line -> moves.addAll(lossMoves.of(one, other, line, cases::add)));
        one.letters.forEach(letter -> moves.addAll(letterMoves.of(one, letter)));
        return moves;
    }

    private Move choose(List<Move> moves) {
        var legal = moves.stream().filter(ApplicationMoves::isAllowed).toList();
        if (legal.isEmpty() || dice.oneIn(4)) {
            return dice.of(moves);
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
        var clinic = dice.of(clinics);
        cases.add(new Case(clinic, drafts.open(clinic.id, Period.ofDays(30)).id()));
    }

    private void passTime() {
        if (dice.oneIn(30)) {
            var days = dice.oneIn(20) ? 60 : dice.below(4);
            var day = LocalDate.now(clock).plusDays(days);
            clock.standAt(day.atTime(LocalTime.of(9, 0).plusMinutes(dice.below(600))));
        }
        if (dice.oneIn(100)) {
            destroyExpired();
        }
        if (dice.oneIn(60)) {
            move(dice.of(clinics));
        }
    }

    private void destroyExpired() {
        var today = LocalDate.now(clock);
        downloads.destroyExpired();
        cases.stream()
                .flatMap(one -> one.lines.values().stream())
                .filter(line -> line.until != null && line.until.isBefore(today) && !line.closed)
                .forEach(line -> line.destroyed = true);
    }

    /** The registry learns a new address; whatever an officer has seen of it is out of date. */
    private void move(Clinic clinic) {
        clinic.version++;
        clinic.address++;
        register(clinic);
    }

    private void register(Clinic clinic) {
        var csv = """
                医療機関コード,名称,分類,郵便番号,所在地,電話番号,登録日
                %s,歩道橋歯科,2,530-0001,大阪府大阪市北区梅田一丁目%d番1号,06-1234-5678,2020-04-01
                """.formatted(clinic.code, clinic.address + 1);
        assertThat(registry.importInstitutions(new ByteArrayInputStream(csv.getBytes(UTF_8)))
                        .accepted())
                .isTrue();
    }

    private void openAccounts() {
        Dice.OFFICERS.forEach(id -> open(id, Set.of(Role.REVIEWER, Role.SUPERVISOR, Role.DISPATCH), Optional.empty()));
        for (int each = 0; each < CLINICS; each++) {
            var code = code("273%06d".formatted(200001 + each));
            var clinic = new Clinic(code, new AccountId("clinic-" + code));
            register(clinic);
            open(clinic.id, Set.of(Role.CLINIC), Optional.of(code));
            clinics.add(clinic);
        }
    }

    private void open(AccountId id, Set<Role> roles, Optional<InstitutionCode> institution) {
        accounts.open(new Account(id, id.value(), id + "@example.jp", roles, institution), "Correct-Horse-9-Battery");
    }

    private InstitutionCode code(String body) {
        return IntStream.range(0, 10)
                .mapToObj(digit -> new InstitutionCode(body + digit))
                .filter(checkDigits::agree)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> everyAllowedStep() {
        return Stream.of(AllowedGraph.application(), AllowedGraph.line(), AllowedGraph.letter())
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
                               where subject in (n, n || '-01', n || '-02', n || '-03') and action not like 'download-%')
                select coalesce(md5(string_agg(text, '|' order by text)), '') from rows
                """)
                .param(
                        "number",
                        Optional.ofNullable(one.number).map(Object::toString).orElse(""))
                .param("draft", one.draft.value())
                .query(String.class)
                .single();
    }
}
