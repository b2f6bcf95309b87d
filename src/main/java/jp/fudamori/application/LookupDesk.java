package jp.fudamori.application;

import java.time.Clock;
import java.util.Optional;
import jp.fudamori.account.AccountId;
import jp.fudamori.audit.AuditTrail;
import jp.fudamori.common.DomainService;
import jp.fudamori.common.Refusal;

/** 照会コードによる照会: shows an application to whoever has its acceptance mail, without an account. */
@DomainService
public class LookupDesk {

    static final int TRIES_FROM_AN_ADDRESS = 20;
    static final int TRIES_AT_AN_APPLICATION = 100;

    private final LookupCodes codes;
    private final Applications applications;
    private final AuditTrail audit;
    private final Clock clock;

    LookupDesk(LookupCodes codes, Applications applications, AuditTrail audit, Clock clock) {
        this.codes = codes;
        this.applications = applications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes the code of an application for its acceptance mail; nobody can read it here again. Made a second time, in
     * vain because the mail is written already, it leaves the first one valid.
     *
     * @return {@code ABCD-EF23}
     */
    public String newCode(ApplicationNumber number) {
        var code = LookupCode.random();
        codes.add(number, code.hash());
        return code.value();
    }

    /**
     * Makes another code, for a clinic that mislaid the acceptance mail or had one without a code; the code before it
     * is no longer valid.
     *
     * @param by somebody who may see the application
     * @return {@code ABCD-EF23}
     */
    public String renewCode(ApplicationNumber number, AccountId by) {
        var code = LookupCode.random();
        codes.replace(number, code.hash());
        audit.record(by.value(), "lookup-code-renewed", number.value(), "");
        return code.value();
    }

    /**
     * Finds an application by what its acceptance mail says. An unknown number and a wrong code get the same answer
     * after the same work. Each try counts, right or wrong: twenty an hour from an address and a hundred at a number,
     * whether that exists or not; the count outlives a restart.
     *
     * @param from network address of the caller
     * @throws Refusal {@code too-many-lookups}
     */
    public Optional<CertificateApplication> find(ApplicationNumber number, String code, String from) {
        var now = clock.instant();
        int tries = codes.countTry("address:" + from, now);
        if (tries > TRIES_FROM_AN_ADDRESS || codes.countTry("application:" + number, now) > TRIES_AT_AN_APPLICATION) {
            throw new Refusal(ApplicationReason.TOO_MANY_LOOKUPS, "照会の回数が上限を超えました。1時間ほどおいてから、もう一度お試しください。");
        }
        var known = codes.find(number).orElse(LookupCode.Hash.OF_NOBODY);
        return known.matches(code) ? applications.find(number) : Optional.empty();
    }
}
