package jp.fudamori.process.renewal;

import jp.fudamori.application.LineNumber;
import jp.fudamori.process.ClinicStep;
import jp.fudamori.process.Variable;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * Names shared with {@code bpmn/certificate-renewal.bpmn}; {@code ModelContractTest} keeps both sides equal. The
 * business key is the number of the line whose certificate ends.
 */
public final class CertificateRenewalModel {

    public static final String KEY = "certificate-renewal";

    public static final String RENEWAL_OPENED = "renewal-opened";
    public static final String RENEWAL_REQUESTED = "renewal-requested";
    public static final String RENEWAL_OBSOLETE = "renewal-obsolete";
    public static final String RENEWAL_FETCHED = "renewal-fetched";

    // ids and dates
    static final Variable<String> APPLICANT = ClinicStep.APPLICANT;
    static final Variable<String> ACTOR = ClinicStep.ACTOR;

    /** The line whose certificate ends, {@code 20261122-00042-01}. */
    public static final Variable<String> RENEWED_LINE = Variable.text("renewedLine");

    /** The line whose certificate takes its place. */
    public static final Variable<String> NEW_LINE = Variable.text("newLine");

    static final Variable<String> EXPIRES_AT = Variable.text("expiresAt");
    static final Variable<String> REMIND_AT = Variable.text("remindAt");
    static final Variable<String> SUPERSEDE_AT = Variable.text("supersedeAt");

    // decisions
    static final Variable<Boolean> REMINDER_LEFT = Variable.flag("reminderLeft");
    static final Variable<Boolean> SIGNED = Variable.flag("signed");

    // shown in forms
    static final Variable<String> TERMINAL_NAME = Variable.text("terminalName");
    static final Variable<String> SERIAL_NUMBER = Variable.text("serialNumber");
    static final Variable<String> VALID_UNTIL = Variable.text("validUntil");
    static final Variable<String> CONSENT_TEXT = Variable.text("consentText");

    // entered in forms
    static final Variable<Boolean> CONSENT = Variable.flag("consent");

    private CertificateRenewalModel() {}

    static LineNumber renewed(VariableScope scope) {
        return line(RENEWED_LINE.in(scope));
    }

    static LineNumber replacement(VariableScope scope) {
        return line(NEW_LINE.in(scope));
    }

    private static LineNumber line(String text) {
        return LineNumber.parse(text).orElseThrow();
    }
}
