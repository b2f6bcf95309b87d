package jp.fudamori;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.fudamori.InvariantChecker.Invariant;
import jp.fudamori.InvariantChecker.Part;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.audit.AuditChain;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Each rule is silent where all is well, and speaks where the data is broken on purpose. */
@ServerTest
class InvariantCheckerIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Map<String, String> NUMBERS = new HashMap<>();

    @Autowired
    private DataSource database;

    @Autowired
    private Participants people;

    @Autowired
    private IssuedApplications applications;

    @Autowired
    private AuditChain chain;

    @Autowired
    private ManagementService management;

    @Autowired
    private MovableClock clock;

    @BeforeEach
    void prepareOneOfEachKind() {
        clock.standAt(TODAY.atTime(10, 0));
        if (NUMBERS.isEmpty()) {
            keep("submitted", applications.submitted(people.clinic()));
            keep("rejected", applications.rejected(people.clinic(), "対象外の施設です。"));
            keep("returned", returned());
            keep("issued", applications.application());
            keep("printed", applications.printed());
            keep("posted", posted());
            chain.seal();
        }
    }

    @Test
    void findsNothingWhereAllIsWell() {
        assertThat(InvariantChecker.of(database).violations(numbers())).isEmpty();
        assertThat(InvariantChecker.of(database).withoutProcesses().violations(numbers()))
                .isEmpty();
    }

    @Test
    void tellsWhatIsStillOwed() {
        var number = applications.number(applications.application()).value();

        assertThat(InvariantChecker.of(database).settled().violations(Set.of(new ApplicationNumber(number))))
                .anyMatch(violation -> violation.startsWith("letter-printed: "))
                .anyMatch(violation -> violation.startsWith("no-job-waits: job "))
                .anyMatch(violation -> violation.startsWith("mail-sent-or-with-a-person: mail "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void reportsWhatIsBrokenOnPurpose(String name, Invariant invariant, String breaking) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var before = new HashSet<>(run(invariant, connection));
                breakRules(breaking, connection);
                var after = new HashSet<>(run(invariant, connection));
                after.removeAll(before);
                assertThat(after).as(name).isNotEmpty().doesNotContainNull();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    static Stream<Object[]> reportsWhatIsBrokenOnPurpose() {
        var breaking = breaking();
        return Arrays.stream(Part.values())
                .flatMap(part -> InvariantChecker.invariants(part).stream())
                .map(rule -> new Object[] {rule.name(), rule, Objects.requireNonNull(breaking.get(rule.name()))});
    }

    private static List<String> run(Invariant invariant, Connection connection) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        return jdbc.sql("select violation from (" + invariant.sql() + ") checked")
                .query(String.class)
                .list();
    }

    private static void breakRules(String sql, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local session_replication_role = replica");
            statement.execute("""
                    create function pg_temp.unguard(name text) returns void language plpgsql as $$
                    declare guard record;
                    begin
                        for guard in select conname from pg_constraint
                                      where conrelid = ('fudamori.' || name)::regclass loop
                            execute format('alter table fudamori.%I drop constraint if exists %I cascade',
                                           name, guard.conname);
                        end loop;
                    end $$
                    """);
            statement.execute("""
                    create function pg_temp.process(number text) returns text language sql as $$
                        select id_ from public.act_hi_procinst
                         where business_key_ = number and proc_def_key_ = 'certificate-application'
                    $$
                    """);
            statement.execute(filledIn(sql));
        }
    }

    private static String filledIn(String sql) {
        var filled = sql;
        for (var number : NUMBERS.entrySet()) {
            filled = filled.replace("${" + number.getKey() + "}", number.getValue());
        }
        return filled;
    }

    private static Map<String, String> breaking() {
        try (var file =
                Objects.requireNonNull(InvariantCheckerIT.class.getResourceAsStream("/invariants/broken.sql"))) {
            return Arrays.stream(new String(file.readAllBytes(), UTF_8).split("-- @ "))
                    .skip(1)
                    .map(rule -> rule.split("\n", 2))
                    .collect(toMap(rule -> rule[0], rule -> rule[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessInstance returned() {
        var instance = applications.submitted(people.clinic());
        people.reviewer()
                .complete(
                        instance,
                        "reviewApplication",
                        Map.of("decision", "return", "contactRemark", "担当者の氏名を入力してください。"));
        return instance;
    }

    private ProcessInstance posted() {
        var notice = applications.printed();
        people.dispatch()
                .complete(
                        notice,
                        "postLetter",
                        Map.of("trackingNumber", TrackingNumbers.next().value(), "postedOn", TODAY.toString()));
        return notice;
    }

    private void keep(String kind, ProcessInstance instance) {
        NUMBERS.put(kind, applications.number(instance).value());
    }

    private static Set<ApplicationNumber> numbers() {
        return Set.copyOf(NUMBERS.values().stream().map(ApplicationNumber::new).toList());
    }
}
