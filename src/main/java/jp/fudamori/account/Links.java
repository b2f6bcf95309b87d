package jp.fudamori.account;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code one_time_link}. */
@Repository
class Links {

    private final JdbcClient jdbc;

    Links(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes a new link; those made before for the same end on the spot. */
    LinkToken issue(Purpose purpose, String subject, String detail, Instant now) {
        close(purpose, subject, now);
        var token = LinkToken.random();
        jdbc.sql("""
                insert into one_time_link (token_hash, purpose, subject, detail, issued_at, expires_at)
                values (:hash, :purpose, :subject, :detail, :now, :expiresAt)
                """)
                .param("hash", token.hash())
                .param("purpose", purpose.code())
                .param("subject", subject)
                .param("detail", detail)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expiresAt", now.plus(purpose.life()).atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    /** What a link that can still be used is for; it stays as it is. */
    Optional<Link> look(Purpose purpose, String presented, Instant now) {
        return jdbc.sql("""
                select subject, detail
                  from one_time_link
                 where token_hash = :hash and purpose = :purpose and used_at is null and expires_at > :now
                """)
                .param("hash", LinkToken.hashOf(presented))
                .param("purpose", purpose.code())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Link.class)
                .optional();
    }

    /** Uses a link up; of several requests at once, one gets it. */
    Optional<Link> use(Purpose purpose, String presented, Instant now) {
        return jdbc.sql("""
                update one_time_link
                   set used_at = :now
                 where token_hash = :hash and purpose = :purpose and used_at is null and expires_at > :now
                returning subject, detail
                """)
                .param("hash", LinkToken.hashOf(presented))
                .param("purpose", purpose.code())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Link.class)
                .optional();
    }

    /** Ends every open link of the purpose and subject. */
    void close(Purpose purpose, String subject, Instant now) {
        jdbc.sql("""
                update one_time_link
                   set used_at = :now
                 where purpose = :purpose and subject = :subject and used_at is null
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("purpose", purpose.code())
                .param("subject", subject)
                .update();
    }

    int deleteExpiredBefore(Instant moment) {
        return jdbc.sql("delete from one_time_link where expires_at < :moment")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * @param subject registration or account
     * @param detail the new address where the link is to confirm one, else empty
     */
    record Link(String subject, String detail) {}

    /** What a link is for, and how long. */
    enum Purpose {
        REGISTRATION(Duration.ofHours(24)),
        PASSWORD_RESET(Duration.ofHours(1)),
        MAIL_CHANGE(Duration.ofHours(24));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        Duration life() {
            return life;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
