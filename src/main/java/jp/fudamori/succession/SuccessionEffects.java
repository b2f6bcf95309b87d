package jp.fudamori.succession;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import jp.fudamori.account.Account;
import jp.fudamori.account.AccountDesk;
import jp.fudamori.account.LoginMail;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.application.LineNumber;
import jp.fudamori.application.Preparation;
import jp.fudamori.application.Preparation.Terminal;
import jp.fudamori.application.PreparationDesk;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.certificate.InstitutionCertificates;
import jp.fudamori.certificate.InstitutionCertificates.Valid;
import jp.fudamori.certificate.RevocationDesk;
import jp.fudamori.common.DomainService;
import jp.fudamori.institution.InstitutionCode;

/**
 * Does what was decided: revokes the certificates of a code that ended, and prepares the application of its successor.
 */
@DomainService
public class SuccessionEffects {

    private static final String ACTOR = "succession";

    private final SuccessionDesk desk;
    private final InstitutionCertificates certificates;
    private final RevocationDesk revocations;
    private final PreparationDesk preparations;
    private final AccountDesk accounts;

    SuccessionEffects(
            SuccessionDesk desk,
            InstitutionCertificates certificates,
            RevocationDesk revocations,
            PreparationDesk preparations,
            AccountDesk accounts) {
        this.desk = desk;
        this.certificates = certificates;
        this.revocations = revocations;
        this.preparations = preparations;
        this.accounts = accounts;
    }

    /**
     * Revokes every certificate of the code that is still valid; a second time there is none.
     *
     * @return the lines whose certificates were revoked
     */
    public List<LineNumber> revoke(InstitutionCode code, RevocationReason reason) {
        desk.carryOut();
        var revoked = certificates.valid(code);
        revoked.forEach(one -> revocations.revoke(one.line(), reason, ACTOR, note(reason)));
        desk.ended(code);
        return revoked.stream().map(Valid::line).toList();
    }

    private static String note(RevocationReason reason) {
        return reason == RevocationReason.CESSATION_OF_OPERATION ? "医療機関の廃止" : "医療機関コードの承継（移行期間の終了）";
    }

    /**
     * Returns whether somebody can log in for the successor. While the transaction lasts, "no" stays true for whoever
     * opens an account: they wait.
     */
    public boolean isSuccessorRegistered(InstitutionCode code) {
        desk.settle(code);
        return successorOf(code).isPresent();
    }

    /** An account of the old portal that no mail can reach is nobody's, until somebody registers. */
    private Optional<Account> successorOf(InstitutionCode code) {
        return desk.of(code)
                .flatMap(found -> found.ending().successor())
                .flatMap(accounts::ofInstitution)
                .filter(account -> !LoginMail.isProvisional(account.mail()));
    }

    /**
     * Prepares the application with which the successor gets a certificate for each terminal that the old code has,
     * fifty at most; those with the same name count once.
     *
     * @return false where there is nothing to apply for, or nobody who could or, the code of the successor having ended
     *     itself, may
     */
    public boolean prepare(InstitutionCode code) {
        var account = successorOf(code).filter(found -> !hasEnded(found));
        var terminals = terminals(certificates.replaceable(code));
        if (account.isEmpty() || terminals.isEmpty()) {
            return false;
        }
        var clinic = account.get();
        preparations.prepare(
                new Preparation(
                        ApplicationKind.SUCCESSION,
                        clinic.institution().orElseThrow(),
                        clinic.id(),
                        certificates.lastContact(code),
                        terminals),
                clinic.id());
        return true;
    }

    private boolean hasEnded(Account account) {
        return account.institution().filter(desk::hasEnded).isPresent();
    }

    private static List<Terminal> terminals(List<Valid> valid) {
        var names = new HashSet<String>();
        var terminals = new ArrayList<Terminal>();
        for (var one : valid) {
            if (terminals.size() < LineNumber.MOST && names.add(one.terminalName())) {
                terminals.add(new Terminal(one.terminalName(), one.line()));
            }
        }
        return terminals;
    }
}
