package jp.fudamori.reconciliation;

import static jp.fudamori.reconciliation.Finding.Kind.CANCELLED_THOUGH_ISSUED;
import static jp.fudamori.reconciliation.Finding.Kind.CONSENT_MISSING;
import static jp.fudamori.reconciliation.Finding.Kind.FEE_WITHOUT_CERTIFICATE;
import static jp.fudamori.reconciliation.Finding.Kind.ISSUED_WITHOUT_FEE;
import static jp.fudamori.reconciliation.Finding.Kind.POSTED_TWICE;
import static jp.fudamori.reconciliation.Finding.Kind.WRONG_AMOUNT;
import static jp.fudamori.reconciliation.Finding.Kind.WRONG_CANCELLATION;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import jp.fudamori.fee.LedgerLine;
import jp.fudamori.reconciliation.Finding.Kind;
import org.jspecify.annotations.Nullable;

/** Walks two ordered lists side by side, once, and holds no more of them than one entry each. */
final class Comparison {

    private final Iterator<String> issued;
    private final Iterator<LedgerLine> ledger;
    private final int mostFindings;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<Finding> findings = new ArrayList<>();
    private long issuedSeen;
    private long ledgerSeen;

    /**
     * @param issued references of certificates, ascending
     * @param ledger ascending by reference
     */
    Comparison(Iterator<String> issued, Iterator<LedgerLine> ledger, int mostFindings) {
        this.issued = issued;
        this.ledger = ledger;
        this.mostFindings = mostFindings;
    }

    Report run() {
        @Nullable String certificate = nextIssued();
        @Nullable LedgerLine line = nextLine();
        while (certificate != null || line != null) {
            int order = compare(certificate, line);
            if (order < 0) {
                find(ISSUED_WITHOUT_FEE, String.valueOf(certificate), "");
            } else if (line != null) {
                check(line, order == 0);
            }
            certificate = order <= 0 ? nextIssued() : certificate;
            line = order >= 0 ? nextLine() : line;
        }
        return new Report(issuedSeen, ledgerSeen, counts, findings);
    }

    /** Negative where the certificate comes first, and so has no fee; a list that has ended comes last. */
    private static int compare(@Nullable String certificate, @Nullable LedgerLine line) {
        if (certificate == null) {
            return 1;
        }
        return line == null ? -1 : certificate.compareTo(line.reference());
    }

    private void check(LedgerLine line, boolean hasCertificate) {
        var standing = line.posted() - line.cancelled();
        if (line.posted() > 1) {
            find(POSTED_TWICE, line.reference(), "計上 %d件 %,d円".formatted(line.posted(), line.postedYen()));
        }
        if (!hasCertificate && standing > 0) {
            find(FEE_WITHOUT_CERTIFICATE, line.reference(), "%,d円".formatted(line.postedYen()));
        }
        if (hasCertificate && standing <= 0) {
            find(
                    line.posted() == 0 ? ISSUED_WITHOUT_FEE : CANCELLED_THOUGH_ISSUED,
                    line.reference(),
                    "%,d円".formatted(line.cancelledYen()));
        }
        checkAmounts(line);
    }

    private void checkAmounts(LedgerLine line) {
        if (line.consentedYen().isEmpty()) {
            find(CONSENT_MISSING, line.reference(), "計上 %,d円".formatted(line.postedYen()));
        } else if (line.postedYen() != line.consentedYen().getAsLong() * line.posted()) {
            find(
                    WRONG_AMOUNT,
                    line.reference(),
                    "同意 %,d円、計上 %,d円".formatted(line.consentedYen().getAsLong(), line.postedYen()));
        }
        if (line.cancelled() > 0 && line.postedYen() + line.cancelledYen() != 0) {
            find(
                    WRONG_CANCELLATION,
                    line.reference(),
                    "計上 %,d円、取消し %,d円".formatted(line.postedYen(), line.cancelledYen()));
        }
    }

    private void find(Kind kind, String reference, String detail) {
        counts.merge(kind, 1L, Long::sum);
        if (findings.size() < mostFindings) {
            findings.add(new Finding(kind, reference, detail));
        }
    }

    private @Nullable String nextIssued() {
        if (!issued.hasNext()) {
            return null;
        }
        issuedSeen++;
        return issued.next();
    }

    private @Nullable LedgerLine nextLine() {
        if (!ledger.hasNext()) {
            return null;
        }
        ledgerSeen++;
        return ledger.next();
    }
}
