package jp.fudamori.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.common.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code certificate_secret}: what the letter will say, until it is in the post. */
@Repository
class SealedSecrets {

    private static final String SEPARATOR = "\n";

    private final JdbcClient jdbc;
    private final Seal seal;

    SealedSecrets(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    void keep(LineNumber line, LetterSecrets secrets) {
        var text = String.join(SEPARATOR, secrets.referenceId(), secrets.authorizationCode(), secrets.password());
        jdbc.sql("insert into certificate_secret (application_number, line, sealed) values (:number, :line, :sealed)")
                .param("number", line.application().value())
                .param("line", line.position())
                .param("sealed", seal.seal(text.getBytes(StandardCharsets.UTF_8), purpose(line)))
                .update();
    }

    Optional<LetterSecrets> find(LineNumber line) {
        return jdbc.sql("select sealed from certificate_secret where application_number = :number and line = :line")
                .param("number", line.application().value())
                .param("line", line.position())
                .query(byte[].class)
                .optional()
                .map(bytes -> open(bytes, line));
    }

    /** @return false if there were none */
    boolean destroy(LineNumber line) {
        return jdbc.sql("delete from certificate_secret where application_number = :number and line = :line")
                        .param("number", line.application().value())
                        .param("line", line.position())
                        .update()
                > 0;
    }

    private LetterSecrets open(byte[] bytes, LineNumber line) {
        var words = new String(seal.open(bytes, purpose(line)), StandardCharsets.UTF_8).split(SEPARATOR, -1);
        return new LetterSecrets(words[0], words[1], words[2]);
    }

    private static String purpose(LineNumber line) {
        return "letter-secrets:" + line;
    }
}
