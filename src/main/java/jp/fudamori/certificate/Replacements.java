package jp.fudamori.certificate;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import jp.fudamori.application.LineNumber;
import jp.fudamori.application.ReplacementAsked;
import jp.fudamori.application.ReplacementsWanted;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which certificate takes, or shall take, the place of which older one: the table {@code certificate_replacement}. A
 * certificate is replaced by one line at most; a line that was turned down or withdrawn does not count, nor does a
 * renewal that nobody had fetched when the older certificate was revoked.
 */
@DomainService
public class Replacements {

    /**
     * Of a replacement r: its application a is a renewal whose certificate nobody has fetched, and in the place of
     * which nothing was asked for.
     */
    private static final String UNFETCHED = """
            (a.kind = 'renewal'
             and not exists (select from certificate_download d
                              where d.application_number = r.application_number and d.line = r.line
                                and d.downloads > 0)
             and not exists (select from certificate_replacement further
                              where further.replaced_application = r.application_number
                                and further.replaced_line = r.line))
            """;

    /** The same, and the certificate that it renews was revoked. */
    private static final String WITHDRAWN = """
            (exists (select from certificate o
                      where o.application_number = r.replaced_application and o.line = r.replaced_line
                        and o.revoked_at is not null)
             and\s""" + UNFETCHED + ")";

    private final JdbcClient jdbc;

    Replacements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(ReplacementsWanted event) {
        event.replaced().stream().sorted().forEach(this::requireFree);
    }

    @EventListener
    void on(ReplacementAsked event) {
        add(event.line(), event.replaced());
    }

    /**
     * Keeps that a line of an application that was submitted shall take the place of an older certificate.
     *
     * @throws Refusal {@code already-replaced}
     * @throws IllegalStateException if nothing was vetted for the older line
     */
    public void add(LineNumber line, LineNumber replaced) {
        requireFree(replaced);
        jdbc.sql("""
                insert into certificate_replacement (application_number, line, replaced_application, replaced_line)
                values (:number, :line, :replacedNumber, :replacedLine)
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .param("replacedNumber", replaced.application().value())
                .param("replacedLine", replaced.position())
                .update();
    }

    /**
     * Makes sure that nothing replaces a certificate; it stays so until the transaction ends, but for what this one
     * adds.
     *
     * @throws Refusal {@code already-replaced}
     * @throws IllegalStateException if nothing was vetted for the line
     */
    public void requireFree(LineNumber replaced) {
        if (isWithdrawn(replaced)) {
            replacedBy(replaced).ifPresent(this::requireFree); // both have the place of one terminal
        }
        lock(replaced);
        replacing(replaced).ifPresent(other -> refuse(replaced, other));
    }

    /** Returns the older line whose place this one takes. */
    public Optional<LineNumber> replacedBy(LineNumber line) {
        return jdbc.sql("""
                select replaced_application as application_number, replaced_line as line
                  from certificate_replacement
                 where application_number = :number and line = :line
                """)
                .param("number", line.application().value())
                .param("line", line.position())
                .query((row, index) -> Lines.of(row))
                .optional();
    }

    /** Returns all whose place a line took, one after the other, the oldest first. */
    public List<LineNumber> allReplacedBy(LineNumber line) {
        var older = new ArrayDeque<LineNumber>();
        var next = replacedBy(line);
        while (next.isPresent()) {
            older.addFirst(next.get());
            next = replacedBy(next.get());
        }
        return List.copyOf(older);
    }

    /** Returns the line that takes the place of this one, or asks for it. */
    public Optional<LineNumber> replacing(LineNumber replaced) {
        return replacing(replaced, WITHDRAWN);
    }

    /** As {@link #replacing}, but no renewal that nobody has fetched: it gives way when the older one is revoked. */
    public Optional<LineNumber> replacingForGood(LineNumber replaced) {
        return replacing(replaced, UNFETCHED);
    }

    private Optional<LineNumber> replacing(LineNumber replaced, String givingWay) {
        return jdbc.sql("""
                select r.application_number, r.line
                  from certificate_replacement r
                  join certificate_application a using (application_number)
                  join application_line l using (application_number, line)
                 where r.replaced_application = :number and r.replaced_line = :line
                   and a.state in ('submitted', 'returned', 'second-approval', 'approved')
                   and (a.state <> 'approved' or l.refusal is null)
                   and not\s""" + givingWay)
                .param("number", replaced.application().value())
                .param("line", replaced.position())
                .query((row, index) -> Lines.of(row))
                .optional();
    }

    /**
     * Returns whether a line is a renewal that came to nothing, because the certificate that it renews was revoked
     * before the new one was fetched: what is not signed yet never will be, and what is signed is revoked too.
     */
    public boolean isWithdrawn(LineNumber line) {
        return jdbc.sql("""
                select 1
                  from certificate_replacement r
                  join certificate_application a using (application_number)
                 where r.application_number = :number and r.line = :line and\s""" + WITHDRAWN)
                .param("number", line.application().value())
                .param("line", line.position())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private static void refuse(LineNumber replaced, LineNumber other) {
        throw new Refusal(
                ReplacementReason.ALREADY_REPLACED,
                "この電子証明書（%s）の代わりは、すでに申請されています（受付番号 %s）。".formatted(replaced, other.application()));
    }

    /**
     * Lets nobody sign or fetch what takes the place of a certificate, until the transaction ends.
     *
     * @throws IllegalStateException if nothing was vetted for the line
     */
    public void lock(LineNumber line) {
        jdbc.sql("select serial from certificate where application_number = :number and line = :line for update")
                .param("number", line.application().value())
                .param("line", line.position())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("nothing issued for " + line));
    }
}
