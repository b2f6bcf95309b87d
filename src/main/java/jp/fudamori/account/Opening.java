package jp.fudamori.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.institution.Institution;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes the account that a registration leads to. */
@Component
class Opening {

    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int ID_LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Accounts accounts;
    private final SecondFactors factors;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Opening(Accounts accounts, SecondFactors factors, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Makes an account, or hands over the one that the institution has; its id, and so all its cases, stay. */
    AccountId open(Institution institution, LoginMail mail, String passwordHash, String by) {
        accounts.lockInstitution(institution.code());
        var present = accounts.ofInstitution(institution.code());
        present.ifPresent(account -> handOver(account, mail, passwordHash, by));
        var id = present.map(Account::id).orElseGet(() -> make(institution, mail, passwordHash, by));
        events.publishEvent(new AccountOpened(id, institution.code()));
        return id;
    }

    void rejected(RegistrationId id, AccountId by) {
        audit.record(by.value(), "registration-rejected", id.value(), "");
    }

    private AccountId make(Institution institution, LoginMail mail, String passwordHash, String by) {
        var id = randomId();
        var account =
                new Account(id, institution.name(), mail.value(), Set.of(Role.CLINIC), Optional.of(institution.code()));
        accounts.add(account, passwordHash, clock.instant());
        audit.record(
                by, "account-opened", id.value(), "for " + institution.code().value());
        return id;
    }

    private void handOver(Account account, LoginMail mail, String passwordHash, String by) {
        accounts.handOver(account.id(), mail.value(), passwordHash);
        factors.remove(account.id());
        audit.record(by, "account-handed-over", account.id().value(), account.mail() + " → " + mail);
        events.publishEvent(new MailAddressChanged(account.id(), account.mail()));
        events.publishEvent(new CredentialsChanged(account.id()));
    }

    /** No mail address, because that may change, and nothing to guess, because one logs in with it as well. */
    static AccountId randomId() {
        return new AccountId("clinic-"
                + IntStream.range(0, ID_LENGTH)
                        .mapToObj(any -> String.valueOf(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length()))))
                        .collect(Collectors.joining()));
    }
}
