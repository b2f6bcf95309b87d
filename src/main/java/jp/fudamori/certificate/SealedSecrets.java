package jp.fudamori.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.fudamori.application.ApplicationNumber;
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

    void keep(ApplicationNumber number, LetterSecrets secrets) {
        var text = String.join(SEPARATOR, secrets.referenceId(), secrets.authorizationCode(), secrets.password());
        jdbc.sql("insert into certificate_secret (application_number, sealed) values (:number, :sealed)")
                .param("number", number.value())
                .param("sealed", seal.seal(text.getBytes(StandardCharsets.UTF_8), purpose(number)))
                .update();
    }

    Optional<LetterSecrets> find(ApplicationNumber number) {
        return jdbc.sql("select sealed from certificate_secret where application_number = :number")
                .param("number", number.value())
                .query(byte[].class)
                .optional()
                .map(bytes -> open(bytes, number));
    }

    /** @return false if there were none */
    boolean destroy(ApplicationNumber number) {
        return jdbc.sql("delete from certificate_secret where application_number = :number")
                        .param("number", number.value())
                        .update()
                > 0;
    }

    private LetterSecrets open(byte[] bytes, ApplicationNumber number) {
        var words = new String(seal.open(bytes, purpose(number)), StandardCharsets.UTF_8).split(SEPARATOR);
        return new LetterSecrets(words[0], words[1], words[2]);
    }

    private static String purpose(ApplicationNumber number) {
        return "letter-secrets:" + number;
    }
}
