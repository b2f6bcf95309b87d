package jp.fudamori.account;

import static jp.fudamori.account.AccountReason.MAIL_TAKEN;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.Links.Purpose;
import jp.fudamori.account.Registration.State;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import org.springframework.context.ApplicationEventPublisher;

/** 新規ユーザー登録, as far as the clinic itself brings it: its mail address, then who it is. */
@DomainService
public class RegistrationDesk {

    private final Registrations registrations;
    private final LinkDesk links;
    private final PasswordHash hash;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RegistrationDesk(
            Registrations registrations,
            LinkDesk links,
            PasswordHash hash,
            ApplicationEventPublisher events,
            Clock clock) {
        this.registrations = registrations;
        this.links = links;
        this.hash = hash;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins a registration; answer and work are the same whether or not the address is that of an account.
     *
     * @param network address of the caller
     * @throws Refusal {@code not-a-mail-address}, {@code provisional-address}, {@code too-many-attempts}
     */
    public void request(String typed, String network) {
        var mail = LoginMail.parse(typed);
        links.countRequest(mail, network);
        var id = RegistrationId.random();
        registrations.add(id, mail, clock.instant());
        events.publishEvent(new RegistrationRequested(id));
    }

    /**
     * Makes the link for the mail; a repeated step makes another one in its place.
     *
     * @return empty where the address is that of an account: then the mail says so instead
     */
    public Optional<LinkToken> link(RegistrationId id) {
        var registration = of(id);
        var token = links.issue(Purpose.REGISTRATION, id.value(), "");
        if (links.accountOf(registration.mail()).isPresent()) {
            links.close(Purpose.REGISTRATION, id.value());
            return Optional.empty();
        }
        return Optional.of(token);
    }

    /** Returns the registration while its link can be used. Throws as {@link #enter} does. */
    public Registration ofLink(String token, String network) {
        return links.look(Purpose.REGISTRATION, token, network)
                .map(link -> of(new RegistrationId(link.subject())))
                .filter(registration -> registration.state() == State.REQUESTED)
                .orElseThrow(PasswordDesk::notValid);
    }

    /**
     * Takes what the clinic says about itself, together with the proof that it reads the mail of its address. What
     * becomes of it stands in the registration afterwards: opened, or staff looks first.
     *
     * @throws Refusal {@code link-not-valid}, {@code too-many-attempts}, {@code password-too-weak}, {@code mail-taken}
     */
    public Registration enter(String token, RegistrationDetails details, CharSequence password, String network) {
        var registration = ofLink(token, network);
        PasswordPolicy.check(
                List.of(registration.mail().value(), details.institution().value()), password, PasswordPolicy.SHORTEST);
        if (!links.keepFree(registration.mail())) {
            throw new Refusal(MAIL_TAKEN, "このメールアドレスのアカウントは、すでにあります。ログインするか、パスワードを再設定してください。");
        }
        links.use(Purpose.REGISTRATION, token).orElseThrow(PasswordDesk::notValid);
        registrations.saveDetails(registration.id(), details, hash.of(password));
        events.publishEvent(new RegistrationEntered(registration.id()));
        return of(registration.id());
    }

    /** Ends a registration that nobody confirmed in time; one that somebody did is left alone. */
    public void expire(RegistrationId id) {
        if (of(id).state() == State.REQUESTED) {
            links.close(Purpose.REGISTRATION, id.value());
            registrations.saveExpired(id);
        }
    }

    /** @throws IllegalStateException if there is none */
    public Registration of(RegistrationId id) {
        return registrations.lock(id).orElseThrow(() -> new IllegalStateException("no registration " + id));
    }

    /** Returns why a registration was turned down. */
    public String rejection(RegistrationId id) {
        return registrations.rejection(id);
    }

    /** Returns the account that came of a registration. */
    public Optional<AccountId> account(RegistrationId id) {
        return registrations.account(id);
    }
}
