package jp.fudamori.announcement;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/**
 * The articles that this server ships, {@code articles/KB*.txt}: title, editor and date in a line each, then the body.
 */
@Service
class Articles {

    /** The article that explains how to apply for a certificate. */
    static final String CERTIFICATE_APPLICATION = "KB0000101";

    private final Map<String, Article> articles =
            Stream.of(CERTIFICATE_APPLICATION).map(Articles::read).collect(toUnmodifiableMap(Article::number, a -> a));

    Optional<Article> find(String number) {
        return Optional.ofNullable(articles.get(number));
    }

    private static Article read(String number) {
        try (var file = new ClassPathResource("articles/" + number + ".txt").getInputStream()) {
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", 5);
            return new Article(number, lines[0], lines[1], LocalDate.parse(lines[2]), lines[4], 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
