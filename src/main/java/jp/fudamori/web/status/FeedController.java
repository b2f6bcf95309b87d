package jp.fudamori.web.status;

import java.nio.charset.StandardCharsets;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.holding.FeedDesk;
import jp.fudamori.web.LoggedIn;
import jp.fudamori.web.portal.NoSuchPage;
import jp.fudamori.web.portal.Page;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 予定表の配信: the page where a clinic gets, renews and closes its secret link, and what is under the link. */
@Page
class FeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final String SETTINGS = "redirect:/certificates/calendar";

    private final FeedDesk feeds;

    FeedController(FeedDesk feeds) {
        this.feeds = feeds;
    }

    @GetMapping("/certificates/calendar")
    String settings(LoggedIn caller, Model page) {
        page.addAttribute(
                "since",
                feeds.openSince(Clinic.of(caller)).map(JapaneseDates::moment).orElse(""));
        return "status/calendar";
    }

    /** The link is shown on the next page, and never again. */
    @PostMapping("/certificates/calendar")
    String open(LoggedIn caller, RedirectAttributes next) {
        var token = feeds.open(Clinic.of(caller), caller.account().id());
        next.addFlashAttribute(
                "link",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/calendar/{token}.ics")
                        .build(token)
                        .toString());
        return SETTINGS;
    }

    @PostMapping("/certificates/calendar/close")
    String close(LoggedIn caller, RedirectAttributes next) {
        feeds.close(Clinic.of(caller), caller.account().id());
        next.addFlashAttribute("closed", true);
        return SETTINGS;
    }

    /**
     * Calendar programs come without a log-in. A link that was closed, and one that never was: the answer is the same.
     */
    @GetMapping("/calendar/{token}.ics")
    ResponseEntity<byte[]> read(@PathVariable String token) {
        var calendar = feeds.read(token).orElseThrow(NoSuchPage::new);
        var name = ContentDisposition.inline().filename("fudamori.ics").build();
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(calendar.getBytes(StandardCharsets.UTF_8));
    }
}
