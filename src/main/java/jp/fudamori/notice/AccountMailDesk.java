package jp.fudamori.notice;

import static jp.fudamori.common.JapaneseDates.moment;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.account.LinkToken;
import jp.fudamori.account.LoginMail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Sha256;
import jp.fudamori.paper.Office;

/** Queues mails about accounts, as {@link MailDesk} does those about cases; none of them names a password. */
@DomainService
public class AccountMailDesk {

    private final MailTemplates templates;
    private final Outbox outbox;
    private final URI portal;
    private final Clock clock;

    AccountMailDesk(MailTemplates templates, Outbox outbox, Office office, Clock clock) {
        this.templates = templates;
        this.outbox = outbox;
        this.portal = office.statusUrl().resolve("/");
        this.clock = clock;
    }

    /** 登録確認: the link with which a clinic goes on with its registration. */
    public void registrationLink(String registration, LoginMail mail, LinkToken token) {
        queue(with(token, MailKind.REGISTRATION_LINK, registration), mail, link("register/details", token), Map.of());
    }

    /** 登録済み案内: somebody wants to register an address that an account has already. */
    public void registrationKnown(String registration, LoginMail mail) {
        queue(Turn.once(MailKind.REGISTRATION_KNOWN, registration), mail, Optional.empty(), Map.of());
    }

    /** 登録内容確認中: staff looks first. */
    public void registrationChecking(String registration, LoginMail mail) {
        queue(Turn.once(MailKind.REGISTRATION_CHECKING, registration), mail, Optional.empty(), Map.of());
    }

    /** 登録不可: tells the clinic why it gets no account. */
    public void registrationRejected(String registration, LoginMail mail, String reason) {
        queue(
                Turn.once(MailKind.REGISTRATION_REJECTED, registration),
                mail,
                Optional.empty(),
                Map.of("reason", reason));
    }

    /** 登録完了: the account is open. */
    public void accountOpened(String registration, Account account) {
        var values = Map.of("institutionName", account.name());
        queue(
                Turn.once(MailKind.ACCOUNT_OPENED, registration),
                new LoginMail(account.mail()),
                Optional.empty(),
                values);
    }

    /**
     * 利用停止: tells the owner, who may not be the one who did it, and a clinic how it comes back. Nothing is sent where
     * no mail can arrive.
     */
    public void accountClosed(Account account) {
        LoginMail.ofAccount(account.mail())
                .ifPresent(mail -> queue(
                        now(MailKind.ACCOUNT_CLOSED, account.id().value()),
                        mail,
                        Optional.empty(),
                        account.institution()
                                .map(code -> Map.of("institutionName", account.name()))
                                .orElse(Map.of())));
    }

    /** パスワード再設定: the link for a new password. */
    public void passwordResetLink(Account account, LinkToken token) {
        queue(
                with(token, MailKind.PASSWORD_RESET_LINK, account.id().value()),
                new LoginMail(account.mail()),
                link("password/reset", token),
                Map.of());
    }

    /** 再設定（登録なし）: no account has this address; how to get one. */
    public void passwordResetUnknown(LoginMail mail) {
        queue(now(MailKind.PASSWORD_RESET_UNKNOWN, "account"), mail, Optional.empty(), Map.of());
    }

    /** 認証情報変更: tells the owner, who may not be the one who did it. Nothing is sent where no mail can arrive. */
    public void credentialsChanged(Account account) {
        LoginMail.ofAccount(account.mail())
                .ifPresent(mail -> queue(
                        now(MailKind.CREDENTIALS_CHANGED, account.id().value()), mail, Optional.empty(), Map.of()));
    }

    /** アドレス変更確認: the link that confirms the new address. */
    public void mailChangeLink(Account account, LoginMail mail, LinkToken token) {
        queue(
                with(token, MailKind.MAIL_CHANGE_LINK, account.id().value()),
                mail,
                link("account/mail/confirm", token),
                Map.of());
    }

    /** アドレス変更: tells the former address, whose owner may not be the one who did it. */
    public void mailChanged(Account account, String former) {
        LoginMail.ofAccount(former)
                .ifPresent(mail ->
                        queue(now(MailKind.MAIL_CHANGED, account.id().value()), mail, Optional.empty(), Map.of()));
    }

    /** A turn that its reference may take again. */
    private Turn now(MailKind kind, String reference) {
        return new Turn(kind, reference, clock.instant().toString());
    }

    /** A turn that comes again with each link; what tells them apart says nothing about the link. */
    private static Turn with(LinkToken token, MailKind kind, String reference) {
        return new Turn(kind, reference, Sha256.hex(token.value()).substring(0, 16));
    }

    private Optional<String> link(String path, LinkToken token) {
        return Optional.of(portal.resolve(path + "?token=" + token.value()).toString());
    }

    private void queue(Turn turn, LoginMail mail, Optional<String> link, Map<String, String> values) {
        var all = new HashMap<String, Object>(values);
        all.put("link", MailSecret.Kind.LINK.place());
        all.put("loginUrl", portal.resolve("login").toString());
        all.put("registerUrl", portal.resolve("register").toString());
        all.put("resetUrl", portal.resolve("password/forgotten").toString());
        all.put("at", moment(clock.instant()));
        outbox.queue(new MailDraft(
                turn,
                mail.value(),
                Optional.empty(),
                templates.body(turn.kind(), all),
                link.map(url -> new MailSecret(MailSecret.Kind.LINK, url))));
    }
}
