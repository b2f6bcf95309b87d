package jp.fudamori.announcement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code page_view}. */
@Repository
class PageViews {

    private final JdbcClient jdbc;

    PageViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String page, long views) {
        jdbc.sql("""
                insert into page_view as seen (page, views) values (:page, :views)
                    on conflict (page) do update set views = seen.views + excluded.views
                """).param("page", page).param("views", views).update();
    }

    long views(String page) {
        return jdbc.sql("select views from page_view where page = :page")
                .param("page", page)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
