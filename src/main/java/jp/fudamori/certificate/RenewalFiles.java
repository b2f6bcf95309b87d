package jp.fudamori.certificate;

import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.common.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code renewal_file}: the key of a renewed certificate, until its clinic has chosen a password. */
@Repository
class RenewalFiles {

    private final JdbcClient jdbc;
    private final Seal seal;

    RenewalFiles(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    /**
     * What is kept of one certificate; exactly one part is there.
     *
     * @param sealedKey PKCS#8, sealed
     * @param file PFX, DER, under the password that the clinic chose; or the chain in PEM for a key of its own
     */
    record Kept(Optional<byte[]> sealedKey, Optional<byte[]> file) {}

    void keepKey(LineNumber line, byte[] sealedKey) {
        jdbc.sql("insert into renewal_file (application_number, line, sealed_key) values (:number, :line, :key)")
                .param("number", line.application().value())
                .param("line", line.position())
                .param("key", sealedKey)
                .update();
    }

    /** Keeps what needs no password. */
    void addFile(LineNumber line, byte[] chain) {
        jdbc.sql("insert into renewal_file (application_number, line, sealed_file) values (:number, :line, :file)")
                .param("number", line.application().value())
                .param("line", line.position())
                .param("file", seal.seal(chain, purpose(line)))
                .update();
    }

    /** Puts the file in the place of the key. */
    void keepFile(LineNumber line, byte[] pkcs12) {
        jdbc.sql("""
                update renewal_file set sealed_key = null, sealed_file = :file
                 where application_number = :number and line = :line
                """)
                .param("file", seal.seal(pkcs12, purpose(line)))
                .param("number", line.application().value())
                .param("line", line.position())
                .update();
    }

    /** Finds what is kept, and locks it until the transaction ends. */
    Optional<Kept> lock(LineNumber line) {
        return jdbc.sql("""
                select sealed_key, sealed_file
                  from renewal_file
                 where application_number = :number and line = :line
                   for update
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .query((row, index) -> new Kept(
                        Optional.ofNullable(row.getBytes("sealed_key")),
                        Optional.ofNullable(row.getBytes("sealed_file")).map(file -> seal.open(file, purpose(line)))))
                .optional();
    }

    private static String purpose(LineNumber line) {
        return "renewal-file:" + line;
    }
}
