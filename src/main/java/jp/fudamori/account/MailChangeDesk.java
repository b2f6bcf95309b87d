package jp.fudamori.account;

import static jp.fudamori.account.AccountReason.MAIL_TAKEN;
import static jp.fudamori.account.AccountReason.PASSWORD_WRONG;

import jp.fudamori.account.Links.Purpose;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import jp.fudamori.institution.InstitutionCode;
import org.springframework.context.ApplicationEventPublisher;

/** Changes the mail address of an account, hence the name by which its owner logs in; its id stays. */
@DomainService
public class MailChangeDesk {

    private final AccountDesk desk;
    private final Accounts accounts;
    private final LinkDesk links;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    MailChangeDesk(
            AccountDesk desk, Accounts accounts, LinkDesk links, AuditTrail audit, ApplicationEventPublisher events) {
        this.desk = desk;
        this.accounts = accounts;
        this.links = links;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Sends a link to the new address; nothing changes until it is opened. Whether another account has the address
     * shows there only, to whoever reads its mail.
     *
     * @throws Refusal {@code password-wrong}, {@code not-a-mail-address}, {@code provisional-address},
     *     {@code too-many-attempts}
     */
    public void request(Account account, CharSequence password, String typed, String network) {
        var mail = LoginMail.parse(typed);
        if (desk.authenticate(account.id(), password).isEmpty()) {
            throw new Refusal(PASSWORD_WRONG, "パスワードが正しくありません。");
        }
        links.countRequest(mail, network);
        var token = links.issue(Purpose.MAIL_CHANGE, account.id().value(), mail.value());
        events.publishEvent(new MailChangeRequested(account.id(), mail, token));
    }

    /**
     * Sends a link to an address that the office learnt by telephone, where mail to the present one comes back. Whoever
     * opens it changes the account, as after {@link #request}; without it, or where the account has another address by
     * now, everything stays.
     *
     * @param former the address that takes no mail
     * @param by one of the office
     */
    public void propose(InstitutionCode institution, String former, String fresh, AccountId by) {
        var account = desk.ofInstitution(institution)
                .filter(found -> found.mail().equalsIgnoreCase(former) && !former.equalsIgnoreCase(fresh));
        var mail = LoginMail.ofAccount(fresh);
        if (account.isPresent() && mail.isPresent()) {
            var id = account.get().id();
            var token = links.issue(Purpose.MAIL_CHANGE, id.value(), fresh);
            audit.record(by.value(), "mail-change-proposed", id.value(), former + " → " + fresh);
            events.publishEvent(new MailChangeRequested(id, mail.get(), token));
        }
    }

    /** Returns the new address while the link can be used. Throws as {@link #confirm} does. */
    public LoginMail ofLink(String token, String network) {
        return links.look(Purpose.MAIL_CHANGE, token, network)
                .map(link -> new LoginMail(link.detail()))
                .orElseThrow(PasswordDesk::notValid);
    }

    /** @throws Refusal {@code link-not-valid}, {@code mail-taken}, {@code too-many-attempts} */
    public void confirm(String token, String network) {
        var mail = ofLink(token, network);
        if (!links.keepFree(mail)) {
            throw new Refusal(MAIL_TAKEN, "このメールアドレスは、すでに別のアカウントで使われています。");
        }
        var link = links.use(Purpose.MAIL_CHANGE, token).orElseThrow(PasswordDesk::notValid);
        var account = desk.findOpen(new AccountId(link.subject())).orElseThrow(PasswordDesk::notValid);
        accounts.saveMail(account.id(), mail.value());
        audit.record(account.id().value(), "mail-changed", account.id().value(), account.mail() + " → " + mail);
        events.publishEvent(new MailAddressChanged(account.id(), account.mail()));
    }
}
