package jp.fudamori.announcement;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * 表示回数. A view costs no write: each server counts in memory and adds its sums every few seconds. What a crash loses is
 * a few views.
 */
@Service
public class Views {

    private final PageViews pages;
    private final Map<String, Long> pending = new ConcurrentHashMap<>();

    Views(PageViews pages) {
        this.pages = pages;
    }

    /** Counts one more view of an announcement. */
    public long seen(Announcement announcement) {
        return seen(page(announcement));
    }

    /** Counts one more view of an article and returns all of them. */
    public long seen(Article article) {
        return seen("article:" + article.number());
    }

    /** Returns the views of an announcement so far. */
    public long of(Announcement announcement) {
        var page = page(announcement);
        return pages.views(page) + pending.getOrDefault(page, 0L);
    }

    private long seen(String page) {
        var ours = pending.merge(page, 1L, Long::sum);
        return pages.views(page) + ours;
    }

    private static String page(Announcement announcement) {
        return "announcement:" + announcement.number();
    }

    /** Pages in their order, so that two servers that add at the same time never wait for each other in a circle. */
    @PreDestroy
    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void save() {
        new TreeMap<>(pending).forEach((page, counted) -> {
            pages.add(page, counted);
            pending.computeIfPresent(page, (key, now) -> now.equals(counted) ? null : now - counted);
        });
    }
}
