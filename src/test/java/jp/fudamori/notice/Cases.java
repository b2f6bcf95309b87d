package jp.fudamori.notice;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.AccountId;
import jp.fudamori.account.Role;
import jp.fudamori.application.ApplicationDesk;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.CertificateApplication;
import jp.fudamori.application.CertificateApplication.Submitted;
import jp.fudamori.ca.Serial;
import jp.fudamori.certificate.Certificate;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.LetterSecrets;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;
import jp.fudamori.institution.Qualification;
import jp.fudamori.institution.Qualification.PaymentMethod;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Applications of {@link Example}'s clinic as far as a test needs them; stands on fakes until the real desks are
 * merged.
 */
@TestConfiguration(proxyBeanMethods = false)
class Cases {

    static final List<String> SECRETS = List.of("RK7M-4TQX-9HWP", "C8FDR-W3ZK-P6HMX", "VB7QH-N4WXE-9TAR3-KGY6S");
    static final AccountId REVIEWER = new AccountId("reviewer1");

    private final Map<ApplicationNumber, CertificateApplication> applications = new HashMap<>();
    private final Set<ApplicationNumber> destroyed = new HashSet<>();

    ApplicationNumber submitted(String contactName, String terminalName) {
        var number = new ApplicationNumber("20261120-%05d".formatted(applications.size() + 1));
        applications.put(number, Example.application(number, contactName, terminalName));
        return number;
    }

    ApplicationNumber submitted() {
        return submitted(Example.CONTACT, Example.TERMINAL);
    }

    ApplicationNumber rejected(String reason) {
        var number = submitted();
        applications.computeIfPresent(
                number, (same, application) -> ((Submitted) application).reject(reason, REVIEWER, null));
        return number;
    }

    ApplicationNumber issued(String contactName) {
        return submitted(contactName, Example.TERMINAL);
    }

    ApplicationNumber issued() {
        return issued(Example.CONTACT);
    }

    boolean hasSecrets(ApplicationNumber number) {
        return !destroyed.contains(number);
    }

    @Bean
    @Primary
    ApplicationDesk applicationsOfCases(Cases cases) {
        return new ApplicationDesk() {
            @Override
            public Optional<CertificateApplication> find(ApplicationNumber number) {
                return Optional.ofNullable(cases.applications.get(number));
            }
        };
    }

    @Bean
    @Primary
    InstitutionRegistry institutionsOfCases() {
        return new InstitutionRegistry() {
            @Override
            public Optional<Institution> find(InstitutionCode code) {
                return Optional.of(Example.institution());
            }

            @Override
            public Optional<Qualification> qualification(InstitutionCode code) {
                return Optional.of(new Qualification(code, LocalDate.of(2026, 4, 1), PaymentMethod.DEDUCTION));
            }
        };
    }

    @Bean
    @Primary
    AccountDesk accountsOfCases() {
        return new AccountDesk() {
            @Override
            public Optional<Account> find(AccountId id) {
                return Optional.of(Example.clinic());
            }

            @Override
            public List<Account> inRole(Role role) {
                return List.of(reviewer("reviewer1", "審査 一郎"), reviewer("reviewer2", "審査 二子"));
            }
        };
    }

    @Bean
    @Primary
    CertificateDesk certificatesOfCases(Cases cases) {
        return new CertificateDesk() {
            @Override
            public Certificate.Issued issued(ApplicationNumber number) {
                return new Certificate.Issued(
                        number,
                        new Serial("7f3a09c2e45b81d6aa10f2937c5e6b48"),
                        LocalDate.of(2026, 11, 20),
                        LocalDate.of(2030, 2, 20),
                        LocalDate.of(2027, 5, 19),
                        SECRETS.get(0),
                        0);
            }

            @Override
            public LetterSecrets secrets(ApplicationNumber number) {
                return new LetterSecrets(SECRETS.get(0), SECRETS.get(1), SECRETS.get(2));
            }

            @Override
            public void destroySecrets(ApplicationNumber number) {
                cases.destroyed.add(number);
            }
        };
    }

    private static Account reviewer(String id, String name) {
        return new Account(new AccountId(id), name, id + "@fudamori.example", Set.of(Role.REVIEWER), Optional.empty());
    }
}
