package jp.fudamori.account;

import static jp.fudamori.account.AccountReason.LINK_NOT_VALID;
import static jp.fudamori.account.AccountReason.PASSWORD_TOO_WEAK;
import static jp.fudamori.account.AccountReason.PASSWORD_WRONG;

import java.util.List;
import java.util.Optional;
import jp.fudamori.account.Links.Purpose;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import org.springframework.context.ApplicationEventPublisher;

/** Passwords: the first of one's own, another one, and the way back for who has forgotten. */
@DomainService
public class PasswordDesk {

    private final AccountDesk desk;
    private final Passwords passwords;
    private final LinkDesk links;
    private final ApplicationEventPublisher events;

    PasswordDesk(AccountDesk desk, Passwords passwords, LinkDesk links, ApplicationEventPublisher events) {
        this.desk = desk;
        this.passwords = passwords;
        this.links = links;
        this.events = events;
    }

    /** Whether the owner has yet to choose a password, before anything else. */
    public boolean mustChoose(AccountId id) {
        return passwords.isOfSomebodyElse(id);
    }

    /** Fewest characters that a new password may have: 13, or 8 with a second factor. */
    public int shortest(AccountId id) {
        return passwords.shortest(id);
    }

    /**
     * Takes the first password of the owner's choice. One that came from the old portal may be kept if it is good
     * enough; one that an administrator gave may not.
     *
     * @throws Refusal {@code password-too-weak}
     */
    public void choose(Account account, CharSequence fresh) {
        if (passwords.isGiven(account.id(), fresh)) {
            throw new Refusal(PASSWORD_TOO_WEAK, "お渡しした初期パスワードと異なるパスワードを設定してください。");
        }
        passwords.save(account, fresh, account.id().value());
    }

    /**
     * Replaces a password by another one.
     *
     * @throws Refusal {@code password-wrong}, which counts as a failed log-in, or {@code password-too-weak}
     */
    public void change(Account account, CharSequence present, CharSequence fresh) {
        passwords.check(account, fresh);
        if (desk.authenticate(account.id(), present).isEmpty()) {
            throw new Refusal(PASSWORD_WRONG, "現在のパスワードが正しくありません。");
        }
        passwords.save(account, fresh, account.id().value());
    }

    /**
     * Sends a link to whoever reads mail at this address; the answer and the work are the same whether or not it is the
     * address of an account, and the mail says which.
     *
     * @param network address of the caller
     * @throws Refusal {@code not-a-mail-address}, {@code provisional-address}, {@code too-many-attempts}
     */
    public void requestReset(String typed, String network) {
        var mail = LoginMail.parse(typed);
        links.countRequest(mail, network);
        Optional<Account> account = links.accountOf(mail);
        var token = links.issue(
                Purpose.PASSWORD_RESET, account.map(found -> found.id().value()).orElse("nobody"), "");
        events.publishEvent(new PasswordResetRequested(mail, account.map(Account::id), token));
    }

    /** Returns whose link this is, while it can be used. Throws as {@link #reset} does. */
    public Account ofResetLink(String token, String network) {
        return links.look(Purpose.PASSWORD_RESET, token, network)
                .flatMap(link -> AccountId.parse(link.subject()))
                .flatMap(desk::findOpen)
                .orElseThrow(PasswordDesk::notValid);
    }

    /**
     * Replaces a forgotten password; a second factor stays as it is.
     *
     * @throws Refusal {@code link-not-valid}, {@code too-many-attempts}, {@code password-too-weak}
     */
    public void reset(String token, CharSequence fresh, String network) {
        var account = ofResetLink(token, network);
        passwords.check(account, fresh);
        links.use(Purpose.PASSWORD_RESET, token).orElseThrow(PasswordDesk::notValid);
        passwords.save(account, fresh, "link");
    }

    static Refusal notValid() {
        return new Refusal(LINK_NOT_VALID, "このリンクは、使用済みであるか、有効期限が過ぎています。お手数ですが、もう一度はじめからお手続きください。");
    }

    /** Names under which the owner of the account logs in. */
    static List<String> names(Account account) {
        return List.of(account.id().value(), account.mail());
    }
}
