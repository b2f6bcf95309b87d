package jp.fudamori.account;

import static jp.fudamori.account.AccountReason.TOO_MANY_ATTEMPTS;
import static jp.fudamori.account.AttemptKind.LINK_FROM_NETWORK;
import static jp.fudamori.account.AttemptKind.LINK_TO_ADDRESS;
import static jp.fudamori.account.AttemptKind.TOKEN_FROM_NETWORK;

import java.time.Clock;
import java.util.Optional;
import jp.fudamori.account.Links.Link;
import jp.fudamori.account.Links.Purpose;
import jp.fudamori.common.Refusal;
import org.springframework.stereotype.Component;

/** Gives out one-time links and takes them back, no more of either than somebody in good faith needs. */
@Component
class LinkDesk {

    private final Links links;
    private final Accounts accounts;
    private final Attempts attempts;
    private final Clock clock;

    LinkDesk(Links links, Accounts accounts, Attempts attempts, Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Counts a mail that somebody asks for, before anybody looks whose address it is. */
    void countRequest(LoginMail mail, String network) {
        if (!attempts.count(LINK_FROM_NETWORK, network) || !attempts.count(LINK_TO_ADDRESS, mail.value())) {
            throw new Refusal(
                    TOO_MANY_ATTEMPTS, "メールの送信が続いたため、一時的に停止しています。届いたメールをご確認のうえ、届いていなければ1時間ほどたってから、もう一度お試しください。");
        }
    }

    Optional<Account> accountOf(LoginMail mail) {
        return accounts.ofLogin(mail.value());
    }

    /** Whether no account has the address; it stays so until the transaction ends, but for what this one does. */
    boolean keepFree(LoginMail mail) {
        accounts.lockMail(mail.value());
        return !accounts.hasMail(mail.value());
    }

    LinkToken issue(Purpose purpose, String subject, String detail) {
        return links.issue(purpose, subject, detail, clock.instant());
    }

    /**
     * Looks at a link without using it: mail scanners open links, too.
     *
     * @throws Refusal {@code too-many-attempts}
     */
    Optional<Link> look(Purpose purpose, String token, String network) {
        if (attempts.isExhausted(TOKEN_FROM_NETWORK, network)) {
            throw new Refusal(TOO_MANY_ATTEMPTS, "使用できないリンクが続けて開かれたため、一時的に停止しています。30分ほどたってから、もう一度お試しください。");
        }
        var link = links.look(purpose, token, clock.instant());
        if (link.isEmpty()) {
            attempts.count(TOKEN_FROM_NETWORK, network);
        }
        return link;
    }

    Optional<Link> use(Purpose purpose, String token) {
        return links.use(purpose, token, clock.instant());
    }

    void close(Purpose purpose, String subject) {
        links.close(purpose, subject, clock.instant());
    }
}
