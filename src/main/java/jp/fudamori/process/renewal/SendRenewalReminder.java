package jp.fudamori.process.renewal;

import static jp.fudamori.process.renewal.CertificateRenewalModel.APPLICANT;
import static jp.fudamori.process.renewal.CertificateRenewalModel.REMINDER_LEFT;
import static jp.fudamori.process.renewal.CertificateRenewalModel.REMIND_AT;
import static jp.fudamori.process.renewal.CertificateRenewalModel.renewed;

import java.time.Clock;
import java.time.LocalDate;
import jp.fudamori.account.AccountId;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.fee.FeeKind;
import jp.fudamori.notice.RenewalMailDesk;
import jp.fudamori.notice.RenewalMailDesk.Reminder;
import jp.fudamori.process.Deadlines;
import jp.fudamori.process.Step;
import jp.fudamori.renewal.ReminderDays;
import jp.fudamori.renewal.RenewalBoard;
import jp.fudamori.renewal.RenewalCase;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** One mail tells of all certificates of the clinic that end on the same day; the first of their processes sends it. */
@Component
class SendRenewalReminder extends Step {

    private final RenewalBoard board;
    private final RenewalMailDesk mails;
    private final FeeDesk fees;
    private final Clock clock;

    SendRenewalReminder(RenewalBoard board, RenewalMailDesk mails, FeeDesk fees, Clock clock) {
        this.board = board;
        this.mails = mails;
        this.fees = fees;
        this.clock = clock;
    }

    @Override
    protected void run(DelegateExecution execution) {
        var line = renewed(execution);
        var today = LocalDate.now(clock);
        var own = board.of(line).orElseThrow();
        ReminderDays.due(own.notAfter(), today).ifPresent(due -> remind(execution, own, due));
        var next = ReminderDays.next(own.notAfter(), today);
        next.ifPresent(day -> REMIND_AT.set(execution, Deadlines.morningOf(day)));
        REMINDER_LEFT.set(execution, next.isPresent());
    }

    private void remind(DelegateExecution execution, RenewalCase own, int due) {
        var terminals = board.besides(own.line()).stream()
                .map(RenewalCase::terminalName)
                .toList();
        if (!terminals.isEmpty()) {
            var price = fees.consentText(FeeKind.RENEWAL).amountYen();
            mails.reminder(
                    own.institution(),
                    new AccountId(APPLICANT.in(execution)),
                    new Reminder(own.notAfter(), due, terminals, price));
        }
    }
}
