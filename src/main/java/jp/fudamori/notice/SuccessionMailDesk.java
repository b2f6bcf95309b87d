package jp.fudamori.notice;

import static jp.fudamori.common.JapaneseDates.day;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.common.DomainService;
import jp.fudamori.institution.Ending;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.paper.Office;

/**
 * Queues mails to institutions whose code ends, as {@link MailDesk} does others. Nothing is sent where nobody reads.
 */
@DomainService
public class SuccessionMailDesk {

    private final MailWriter writer;
    private final Dossiers dossiers;
    private final AccountDesk accounts;
    private final Outbox outbox;
    private final Office office;

    SuccessionMailDesk(MailWriter writer, Dossiers dossiers, AccountDesk accounts, Outbox outbox, Office office) {
        this.writer = writer;
        this.dossiers = dossiers;
        this.accounts = accounts;
        this.outbox = outbox;
        this.office = office;
    }

    /** 承継: tells the old contact until when the certificates are good, and how the new code registers and applies. */
    public void notice(Ending ending, LocalDate transitionUntil) {
        var successor = ending.successor().orElseThrow();
        queue(
                MailKind.SUCCESSION_NOTICE,
                ending.code(),
                Map.of(
                        "successorCode", successor.value(),
                        "successorName", dossiers.institution(successor).name(),
                        "closedOn", day(ending.closedOn()),
                        "transitionUntil", day(transitionUntil),
                        "registerUrl", office.statusUrl().resolve("/register").toString()));
    }

    /** 承継の終わり: tells that the certificates of the old code are void. */
    public void succeeded(InstitutionCode code) {
        queue(MailKind.SUCCESSION_ENDED, code, Map.of());
    }

    /** 廃止: tells that the certificates are void. */
    public void closed(InstitutionCode code) {
        queue(MailKind.INSTITUTION_CLOSED, code, Map.of());
    }

    private void queue(MailKind kind, InstitutionCode code, Map<String, String> values) {
        accounts.ofInstitution(code)
                .ifPresent(account -> outbox.queue(
                        writer.toClinic(code, account.id(), Turn.once(kind, code.value()), new HashMap<>(values))));
    }
}
