package jp.fudamori.account;

import static jp.fudamori.account.AccountReason.LAST_ADMINISTRATOR;
import static jp.fudamori.account.AccountReason.MAIL_TAKEN;
import static jp.fudamori.account.AccountReason.PASSWORD_WRONG;

import java.util.NoSuchElementException;
import jp.fudamori.account.Links.Purpose;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import org.springframework.context.ApplicationEventPublisher;

/**
 * 利用停止: closes accounts, so that nobody logs in to them, and opens them again. What was applied for goes on by mail and
 * post; a clinic that registers anew gets the same account, hence all its cases, with another password [ADR 0029].
 */
@DomainService
public class ClosingDesk {

    private final AccountDesk desk;
    private final ClosedAccounts closed;
    private final LinkDesk links;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    ClosingDesk(
            AccountDesk desk,
            ClosedAccounts closed,
            LinkDesk links,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.desk = desk;
        this.closed = closed;
        this.links = links;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Closes the account of who asks for it.
     *
     * @throws Refusal {@code password-wrong}, which counts as a failed log-in
     */
    public void close(Account own, CharSequence password) {
        if (desk.authenticate(own.id(), password).isEmpty()) {
            throw new Refusal(PASSWORD_WRONG, "パスワードが正しくありません。");
        }
        close(own.id(), own.id());
    }

    /**
     * Closes an account: no log-in, no open session, no link in a mail and no calendar link leads to it any more. Told
     * a second time, it does nothing.
     *
     * @param by an administrator, or the owner
     * @throws Refusal {@code last-administrator}
     * @throws NoSuchElementException if there is no such account
     */
    public void close(AccountId id, AccountId by) {
        var account = desk.find(id).orElseThrow();
        if (account.roles().contains(Role.ADMINISTRATOR) && !closed.isLeft(Role.ADMINISTRATOR, id)) {
            throw new Refusal(LAST_ADMINISTRATOR, "ほかにシステム管理者がいないため、利用を停止できません。");
        }
        if (closed.add(id)) {
            links.close(Purpose.PASSWORD_RESET, id.value());
            links.close(Purpose.MAIL_CHANGE, id.value());
            audit.record(by.value(), "account-closed", id.value(), "");
            events.publishEvent(new AccountClosed(account, by));
        }
    }

    /**
     * Lets an account in again, with the password that it had.
     *
     * @throws Refusal {@code mail-taken}
     * @throws NoSuchElementException if there is no such account
     */
    public void reopen(AccountId id, AccountId by) {
        var account = desk.find(id).orElseThrow();
        if (closed.has(id)
                && LoginMail.ofAccount(account.mail())
                        .filter(mail -> !links.keepFree(mail))
                        .isPresent()) {
            throw new Refusal(MAIL_TAKEN, "このメールアドレスは、すでに別のアカウントで使われています。");
        }
        if (closed.remove(id)) {
            audit.record(by.value(), "account-reopened", id.value(), "");
            account.institution().ifPresent(institution -> events.publishEvent(new AccountOpened(id, institution)));
        }
    }
}
