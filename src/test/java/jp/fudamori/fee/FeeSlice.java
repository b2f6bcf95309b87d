package jp.fudamori.fee;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.fudamori.MovableClock;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.institution.Qualification;
import jp.fudamori.institution.Qualification.PaymentMethod;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fees without the engine, on a database of their own. A price is 1,500 yen from 1 April 2026, 1,800 from 2028. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan({
    "jp.fudamori.common",
    "jp.fudamori.fee",
    "jp.fudamori.institution",
    "jp.fudamori.account",
    "jp.fudamori.audit",
    "jp.fudamori.calendar",
    "jp.fudamori.paper"
})
public class FeeSlice {

    static final AccountId CLINIC = new AccountId("clinic@example.jp");
    static final AccountId SUPERVISOR = new AccountId("supervisor-a");

    @Bean
    FeeSchedule feeSchedule() {
        var prices = Map.of(LocalDate.of(2026, 4, 1), 1500, LocalDate.of(2028, 1, 1), 1800);
        return (kind, on) -> prices.entrySet().stream()
                .filter(price -> !on.isBefore(price.getKey()))
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new Refusal(FeeReason.FEE_NOT_SCHEDULED, "発行料が定められていません。"));
    }

    @Bean
    FeeSteps feeSteps(
            FeeDesk fees,
            InstitutionRegistry registry,
            AccountDesk accounts,
            MovableClock clock,
            PlatformTransactionManager transactions,
            JdbcClient jdbc) {
        return new FeeSteps(fees, registry, accounts, clock, new TransactionTemplate(transactions), jdbc);
    }

    /** Brings the ledger to where a test starts. */
    public record FeeSteps(
            FeeDesk fees,
            InstitutionRegistry registry,
            AccountDesk accounts,
            MovableClock clock,
            TransactionTemplate transaction,
            JdbcClient jdbc) {

        /** Empties the ledger, which nobody else can, and makes sure that the people are there. */
        public void startAfresh() {
            withoutGuards(
                    "truncate fee, fee_consent, fee_statement, fee_month, audit_entry, audit_unsealed, audit_seal");
            open(new Account(SUPERVISOR, "責任者", "s@example.jp", Set.of(Role.SUPERVISOR), Optional.empty()));
            open(new Account(
                    CLINIC, "医院", CLINIC.value(), Set.of(Role.CLINIC), Optional.of(new InstitutionCode("2739900021"))));
        }

        public void withoutGuards(String sql) {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("set local session_replication_role = replica").update();
                jdbc.sql(sql).update();
            });
        }

        InstitutionCode institution(String code, String name, PaymentMethod method) {
            var csv = """
                    医療機関コード,名称,分類,郵便番号,所在地,電話番号,登録日
                    %s,%s,2,530-0001,大阪府大阪市北区梅田一丁目1番1号,06-1234-5678,2020-04-01
                    """.formatted(code, name);
            var imported = registry.importInstitutions(new ByteArrayInputStream(csv.getBytes(UTF_8)));
            if (!imported.accepted()) {
                throw new AssertionError(imported.refused().toString());
            }
            var institution = new InstitutionCode(code);
            registry.accept(new Qualification(institution, LocalDate.of(2026, 4, 1), method));
            return institution;
        }

        /** Consents and posts a fee for each of the first lines of an application, all on this day. */
        void post(InstitutionCode institution, String application, int lines, LocalDate day) {
            clock.standAt(day.atTime(10, 0));
            if (fees.consent(application).isEmpty()) {
                fees.keepConsent(application, fees.consentOf(FeeKind.NEW_ISSUE, CLINIC));
            }
            for (int line = 1; line <= lines; line++) {
                fees.post(application, "%s-%02d".formatted(application, line), institution);
            }
        }

        void standAt(int year, int month, int day) {
            clock.standAt(LocalDateTime.of(year, month, day, 10, 0));
        }

        int count(String from) {
            return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
        }

        /** Does the same on twenty threads at once. */
        void twentyTimes(Runnable action) throws InterruptedException, ExecutionException {
            var threads = Executors.newFixedThreadPool(20);
            try {
                Callable<Boolean> call = () -> {
                    action.run();
                    return true;
                };
                for (var result : threads.invokeAll(
                        IntStream.range(0, 20).mapToObj(index -> call).toList())) {
                    result.get();
                }
            } finally {
                threads.shutdown();
            }
        }

        private void open(Account account) {
            if (accounts.find(account.id()).isEmpty()) {
                accounts.open(account, "Correct-Horse-9-Battery");
            }
        }
    }
}
