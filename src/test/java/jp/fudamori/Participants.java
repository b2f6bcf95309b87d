package jp.fudamori;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.institution.CheckDigitRules;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.institution.Qualification;
import jp.fudamori.institution.Qualification.PaymentMethod;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Makes the people that a test needs: clinics, each new and of an institution of its own, and staff. */
public final class Participants {

    public static final String PASSWORD = "Correct-Horse-9-Battery";

    private final InstitutionRegistry registry;
    private final CheckDigitRules checkDigits;
    private final AccountDesk accounts;
    private final ProcessEngine engine;
    private final AtomicInteger clinics = new AtomicInteger(100000);
    private final AtomicInteger newcomers = new AtomicInteger();
    private final Map<String, Person> staff = new ConcurrentHashMap<>();

    Participants(
            InstitutionRegistry registry, CheckDigitRules checkDigits, AccountDesk accounts, ProcessEngine engine) {
        this.registry = registry;
        this.checkDigits = checkDigits;
        this.accounts = accounts;
        this.engine = engine;
    }

    /** A dental clinic in Osaka whose 利用申請 is on file. */
    public Person clinic() {
        var clinic = clinicWithoutQualification();
        registry.accept(new Qualification(clinic.institution(), LocalDate.of(2026, 4, 1), PaymentMethod.DEDUCTION));
        return clinic;
    }

    public Person clinicWithoutQualification() {
        return clinicOf(institutionWithoutAccount());
    }

    /** A dental clinic in Osaka that nobody can log in for. */
    public InstitutionCode institutionWithoutAccount() {
        var code = nextCode();
        var csv = """
                医療機関コード,名称,分類,郵便番号,所在地,電話番号,登録日
                %s,%s,2,530-0001,大阪府大阪市北区梅田一丁目1番1号,06-1234-5678,2020-04-01
                """.formatted(code, nameOf(code));
        var imported = registry.importInstitutions(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        if (!imported.accepted()) {
            throw new AssertionError(imported.refused().toString());
        }
        return code;
    }

    /** The name under which {@link #institutionWithoutAccount} is registered. */
    public static String nameOf(InstitutionCode code) {
        return "髙﨑歯科クリニック" + code.value().substring(3, 9);
    }

    /** A code that the registry does not know. */
    public InstitutionCode unknownInstitution() {
        return nextCode();
    }

    /** A clinic of which the registry knows nothing, as one that has closed. */
    public Person clinicNotInRegistry() {
        return clinicOf(nextCode());
    }

    /** Somebody of the office, or of a new clinic, in each case nobody else's double. */
    public Person somebody(Role role) {
        return role == Role.CLINIC ? clinic() : staff(role);
    }

    /** Somebody new of the office. */
    public Person staff(Role role) {
        return staff(role.group() + newcomers.incrementAndGet(), role);
    }

    /** Somebody of the office; the same id is the same person. */
    public Person staff(String id, Role... roles) {
        return staff.computeIfAbsent(id, any -> open(id, id, Set.of(roles), Optional.empty()));
    }

    public Person reviewer() {
        return staff("reviewer-a", Role.REVIEWER);
    }

    public Person dispatch() {
        return staff("dispatch-a", Role.DISPATCH);
    }

    private Person clinicOf(InstitutionCode code) {
        return open("clinic-" + code, nameOf(code), Set.of(Role.CLINIC), Optional.of(code));
    }

    private Person open(String id, String name, Set<Role> roles, Optional<InstitutionCode> institution) {
        var account = new Account(new AccountId(id), name, id + "@example.jp", roles, institution);
        accounts.open(account, PASSWORD);
        return new Person(engine, account);
    }

    private InstitutionCode nextCode() {
        var body = "273" + clinics.incrementAndGet();
        return IntStream.range(0, 10)
                .mapToObj(digit -> new InstitutionCode(body + digit))
                .filter(checkDigits::agree)
                .findFirst()
                .orElseThrow();
    }

    /** Registers the fixture. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        Participants participants(
                InstitutionRegistry registry, CheckDigitRules checkDigits, AccountDesk accounts, ProcessEngine engine) {
            return new Participants(registry, checkDigits, accounts, engine);
        }
    }
}
