package jp.fudamori.announcement;

import static jp.fudamori.announcement.AnnouncementReason.ANNOUNCEMENT_CHANGED;

import java.util.NoSuchElementException;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;

/** 解説ページ: as the server ships them, until the office writes another edition; no edition is ever lost. */
@DomainService
public class ArticleDesk {

    private final Articles shipped;
    private final ArticleEditions editions;
    private final AuditTrail audit;

    ArticleDesk(Articles shipped, ArticleEditions editions, AuditTrail audit) {
        this.shipped = shipped;
        this.editions = editions;
        this.audit = audit;
    }

    public Optional<Article> find(String number) {
        return shipped.find(number).map(first -> editions.latest(number).orElse(first));
    }

    /**
     * Publishes another edition in the place of the one that was read.
     *
     * @param by one of the office; the caller has checked that
     * @throws Refusal {@code announcement-changed} if somebody else was faster
     * @throws NoSuchElementException if there is no such article
     */
    public void rewrite(Article article, AccountId by) {
        shipped.find(article.number()).orElseThrow();
        if (!editions.add(article, by)) {
            throw new Refusal(ANNOUNCEMENT_CHANGED, "ほかの担当者が先に訂正しました。新しい内容を確認してから、もう一度訂正してください。");
        }
        audit.record(by.value(), "article-rewritten", article.number(), "edition " + article.edition());
    }
}
