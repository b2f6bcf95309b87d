package jp.fudamori.process.renewal;

import static jp.fudamori.process.renewal.CertificateRenewalModel.CONSENT;
import static jp.fudamori.process.renewal.CertificateRenewalModel.CONSENT_TEXT;
import static jp.fudamori.process.renewal.CertificateRenewalModel.NEW_LINE;
import static jp.fudamori.process.renewal.CertificateRenewalModel.SERIAL_NUMBER;
import static jp.fudamori.process.renewal.CertificateRenewalModel.TERMINAL_NAME;
import static jp.fudamori.process.renewal.CertificateRenewalModel.VALID_UNTIL;
import static jp.fudamori.process.renewal.CertificateRenewalModel.renewed;

import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.fee.FeeKind;
import jp.fudamori.process.CurrentUser;
import jp.fudamori.process.UserStep;
import jp.fudamori.renewal.RenewalBoard;
import jp.fudamori.renewal.RenewalDesk;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

@Component
class RenewCertificate extends UserStep {

    private final RenewalBoard board;
    private final RenewalDesk desk;
    private final CertificateDesk certificates;
    private final FeeDesk fees;
    private final CurrentUser user;

    RenewCertificate(
            RenewalBoard board, RenewalDesk desk, CertificateDesk certificates, FeeDesk fees, CurrentUser user) {
        this.board = board;
        this.desk = desk;
        this.certificates = certificates;
        this.fees = fees;
        this.user = user;
    }

    @Override
    protected void offer(DelegateTask task) {
        var line = renewed(task);
        var found = board.of(line).orElseThrow();
        task.setName(task.getName() + "（" + found.terminalName() + "）");
        TERMINAL_NAME.show(task, found.terminalName());
        SERIAL_NUMBER.show(task, certificates.issued(line).serialNumber());
        VALID_UNTIL.show(task, JapaneseDates.day(found.notAfter()));
        CONSENT_TEXT.show(task, fees.consentText(FeeKind.RENEWAL).text());
    }

    @Override
    protected void complete(DelegateTask task) {
        fees.requireTodaysText(FeeKind.RENEWAL, CONSENT_TEXT.in(task));
        CONSENT.take(task);
        NEW_LINE.set(task.getExecution(), desk.request(renewed(task), user.id()).toString());
    }
}
