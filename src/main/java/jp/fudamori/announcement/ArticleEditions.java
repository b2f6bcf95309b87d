package jp.fudamori.announcement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code article_edition}: what the office made of the articles that the server ships. */
@Repository
class ArticleEditions {

    private final JdbcClient jdbc;
    private final Clock clock;

    ArticleEditions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Article> latest(String number) {
        return jdbc.sql("""
                select article_number, title, updated_by, written_at, body, edition
                  from article_edition
                 where article_number = :number
                 order by edition desc
                 limit 1
                """)
                .param("number", number)
                .query((row, index) -> toArticle(row))
                .optional();
    }

    /** Returns false if there is an edition of that count already. */
    boolean add(Article article, AccountId by) {
        return jdbc.sql("""
                insert into article_edition (article_number, edition, title, updated_by, body, written_by, written_at)
                values (:number, :edition, :title, :updatedBy, :body, :by, :at)
                    on conflict do nothing
                """)
                        .param("number", article.number())
                        .param("edition", article.edition())
                        .param("title", article.title())
                        .param("updatedBy", article.updatedBy())
                        .param("body", article.body())
                        .param("by", by.value())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Article toArticle(ResultSet row) throws SQLException {
        var writtenAt = row.getObject("written_at", OffsetDateTime.class).toInstant();
        return new Article(
                row.getString("article_number"),
                row.getString("title"),
                row.getString("updated_by"),
                LocalDate.ofInstant(writtenAt, clock.getZone()),
                row.getString("body"),
                row.getInt("edition"));
    }
}
