package jp.fudamori.web.announcement;

import static jp.fudamori.announcement.Wording.Part.BODY;
import static jp.fudamori.announcement.Wording.Part.TITLE;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.fudamori.announcement.Article;
import jp.fudamori.announcement.ArticleDesk;
import jp.fudamori.announcement.Wording;
import jp.fudamori.common.Refusal;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.portal.NoSuchPage;
import jp.fudamori.web.portal.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 解説ページの訂正, by those who write announcements. For everybody else this page is not there. */
@Page
@RequestMapping("/articles/{number}/edit")
class ArticleEditor {

    private static final String EDITION = "edition";
    private static final String UPDATED_BY = "updatedBy";

    private final ArticleDesk desk;

    ArticleEditor(ArticleDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView open(@PathVariable String number, LoggedIn caller) {
        AnnouncementEditor.editor(caller);
        var article = existing(number);
        var values = Map.of(
                "title",
                article.title(),
                UPDATED_BY,
                article.updatedBy(),
                "body",
                article.body(),
                EDITION,
                String.valueOf(article.edition()));
        return form(number, values, Map.of());
    }

    @PostMapping
    ModelAndView rewrite(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String updatedBy,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "0") int edition,
            LoggedIn caller) {
        var by = AnnouncementEditor.editor(caller);
        var article = existing(number);
        var typed =
                Map.of("title", title, UPDATED_BY, updatedBy, "body", body, EDITION, String.valueOf(article.edition()));
        var errors = errors(title, updatedBy, body);
        if (!errors.isEmpty()) {
            return form(number, typed, errors);
        }
        try {
            var text = body.replace("\r\n", "\n").strip();
            desk.rewrite(
                    new Article(number, title.strip(), updatedBy.strip(), article.updatedOn(), text, edition + 1), by);
        } catch (Refusal refusal) {
            return form(number, typed, Map.of("title", String.valueOf(refusal.getMessage())));
        }
        return new ModelAndView("redirect:/articles/" + number);
    }

    /** The same rules as for an announcement; who answers for the article is a line like its title. */
    private static Map<String, String> errors(String title, String updatedBy, String body) {
        var errors = new LinkedHashMap<String, String>();
        var wrong = Wording.wrong(title, body, 1, LocalDate.MIN, Optional.empty());
        var office = Wording.wrong(updatedBy, "本文", 1, LocalDate.MIN, Optional.empty());
        Optional.ofNullable(wrong.get(TITLE)).ifPresent(message -> errors.put("title", message));
        Optional.ofNullable(office.get(TITLE))
                .ifPresent(message -> errors.put(UPDATED_BY, message.replace("件名", "更新者")));
        Optional.ofNullable(wrong.get(BODY)).ifPresent(message -> errors.put("body", message));
        return errors;
    }

    private static ModelAndView form(String number, Map<String, String> values, Map<String, String> errors) {
        return new ModelAndView(
                        "announcement/article-edit", errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY)
                .addObject("number", number)
                .addObject("values", values)
                .addObject("errors", errors);
    }

    private Article existing(String number) {
        return desk.find(number).orElseThrow(NoSuchPage::new);
    }
}
