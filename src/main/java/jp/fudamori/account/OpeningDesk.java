package jp.fudamori.account;

import static jp.fudamori.account.AccountReason.INSTITUTION_HAS_ACCOUNT;
import static jp.fudamori.account.AccountReason.INSTITUTION_UNKNOWN;
import static jp.fudamori.account.AccountReason.MAIL_TAKEN;
import static jp.fudamori.account.AccountReason.REASON_MISSING;
import static jp.fudamori.account.AccountReason.REGISTRATION_ENDED;

import java.time.Clock;
import java.util.Optional;
import jp.fudamori.account.Registration.Mismatch;
import jp.fudamori.account.Registration.State;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.Institution;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.institution.InstitutionRegistry;

/**
 * 新規ユーザー登録, as far as the office brings it: held against the registry, and by staff where that does not settle it. That
 * name and phone agree proves nothing about who types them, both are public; what keeps a stranger from a certificate
 * is that its letter goes to the registered address [ADR 0021].
 */
@DomainService
public class OpeningDesk {

    private static final int LONGEST_REASON = 200;

    private final Registrations registrations;
    private final InstitutionRegistry registry;
    private final Accounts accounts;
    private final Opening opening;
    private final Clock clock;

    OpeningDesk(
            Registrations registrations,
            InstitutionRegistry registry,
            Accounts accounts,
            Opening opening,
            Clock clock) {
        this.registrations = registrations;
        this.registry = registry;
        this.accounts = accounts;
        this.opening = opening;
        this.clock = clock;
    }

    /** Holds a registration against the registry and the accounts; says whether everything agrees. */
    public boolean match(RegistrationId id) {
        var details = of(id).knownDetails();
        accounts.lockInstitution(details.institution());
        var mismatch = mismatch(details);
        mismatch.ifPresent(found -> registrations.saveMismatch(id, found));
        return mismatch.isEmpty();
    }

    /** An account of the old portal that no mail can reach gives way to the new registration (manual, 1-1). */
    private Optional<Mismatch> mismatch(RegistrationDetails details) {
        var registered = registry.find(details.institution());
        if (registered.isEmpty()) {
            return Optional.of(Mismatch.UNKNOWN_CODE);
        }
        if (registered.filter(details::agreesWith).isEmpty()) {
            return Optional.of(Mismatch.DIFFERS);
        }
        return isTaken(details.institution()) ? Optional.of(Mismatch.HAS_ACCOUNT) : Optional.empty();
    }

    private boolean isTaken(InstitutionCode code) {
        return accounts.ofInstitution(code)
                .flatMap(account -> accounts.findOpen(account.id()))
                .filter(account -> !LoginMail.isProvisional(account.mail()))
                .isPresent();
    }

    /** Returns what the registry says of the code that the clinic typed. */
    public Optional<Institution> registered(RegistrationId id) {
        return registry.find(of(id).knownDetails().institution());
    }

    /**
     * Opens the account of a registration, or hands the institution's account over to it; a second time it does
     * nothing.
     *
     * @param by account id of who decided it, or {@code registry}
     * @throws Refusal {@code institution-unknown}, {@code mail-taken}
     */
    public void open(RegistrationId id, String by) {
        var registration = of(id);
        if (registration.state() != State.CHECKING) {
            return;
        }
        var code = registration.knownDetails().institution();
        var institution = registry.find(code)
                .orElseThrow(() -> new Refusal(INSTITUTION_UNKNOWN, "医療機関コード %s は登録簿にありません。".formatted(code)));
        accounts.lockMail(registration.mail().value());
        if (accounts.hasMail(registration.mail().value())) {
            throw new Refusal(MAIL_TAKEN, "このメールアドレスは、すでに別のアカウントで使われています。");
        }
        var account = opening.open(institution, registration.mail(), registrations.passwordHash(id), by);
        registrations.saveOpened(id, account, by, clock.instant());
    }

    /**
     * Lets a registration pass that the registry did not settle. An account that the institution has is handed over
     * only where staff were told of it when they had to decide.
     *
     * @param corrected the right code where the clinic mistyped it
     * @throws Refusal {@code institution-unknown}, {@code mail-taken}, {@code institution-has-account},
     *     {@code registration-ended}
     */
    public void accept(RegistrationId id, Optional<InstitutionCode> corrected, AccountId by) {
        var registration = waiting(id);
        var code = corrected.orElse(registration.knownDetails().institution());
        accounts.lockInstitution(code);
        boolean toldOf = registration.mismatch().equals(Optional.of(Mismatch.HAS_ACCOUNT)) && corrected.isEmpty();
        if (isTaken(code) && !toldOf) {
            throw new Refusal(
                    INSTITUTION_HAS_ACCOUNT, "この医療機関コードのアカウントは、すでにあります。登録を認めず、正しい医療機関コードでもう一度お申し込みいただくよう案内してください。");
        }
        corrected.ifPresent(right -> registrations.saveCode(id, right));
        open(id, by.value());
    }

    /**
     * Turns a registration down.
     *
     * @param reason 1 to 200 characters, for the clinic
     * @throws Refusal {@code reason-missing}, {@code registration-ended}
     */
    public void reject(RegistrationId id, String reason, AccountId by) {
        waiting(id);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new Refusal(REASON_MISSING, "登録できない理由を%d文字以内で入力してください。".formatted(LONGEST_REASON));
        }
        registrations.saveRejected(id, reason.strip(), by.value(), clock.instant());
        opening.rejected(id, by);
    }

    private Registration waiting(RegistrationId id) {
        var registration = of(id);
        if (registration.state() != State.CHECKING) {
            throw new Refusal(REGISTRATION_ENDED, "この登録の手続きは、すでに終わっています。");
        }
        return registration;
    }

    private Registration of(RegistrationId id) {
        return registrations.lock(id).orElseThrow(() -> new IllegalStateException("no registration " + id));
    }
}
