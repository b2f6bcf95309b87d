package jp.fudamori.web.announcement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import jp.fudamori.announcement.Article;
import jp.fudamori.announcement.Articles;
import jp.fudamori.announcement.Markup;
import jp.fudamori.announcement.Views;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.fee.FeeKind;
import jp.fudamori.web.portal.NoSuchPage;
import jp.fudamori.web.portal.Page;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 解説ページ: what to know before applying, with the dates and the price of today. */
@Page
class ArticleController {

    private final Articles articles;
    private final Views views;
    private final PromisedDays promised;
    private final FeeDesk fees;
    private final Clock clock;

    ArticleController(Articles articles, Views views, PromisedDays promised, FeeDesk fees, Clock clock) {
        this.articles = articles;
        this.views = views;
        this.promised = promised;
        this.fees = fees;
        this.clock = clock;
    }

    @GetMapping("/articles/{number}")
    String show(@PathVariable String number, Model page) {
        var article = articles.find(number).orElseThrow(NoSuchPage::new);
        var today = LocalDate.now(clock);
        page.addAttribute("article", article);
        page.addAttribute("updated", JapaneseDates.plain(article.updatedOn()));
        page.addAttribute("age", AnnouncementLine.age(article.updatedOn(), today));
        page.addAttribute("views", views.seen(article));
        page.addAttribute("blocks", Markup.read(filledIn(article, today)));
        return "announcement/article";
    }

    private String filledIn(Article article, LocalDate today) {
        return article.body()
                .replace("{arrival}", JapaneseDates.day(promised.arrival(today)))
                .replace("{days}", String.valueOf(promised.days()))
                .replace(
                        "{fee}",
                        String.format(
                                Locale.JAPAN,
                                "%,d円",
                                fees.consentText(FeeKind.NEW_ISSUE).amountYen()));
    }
}
