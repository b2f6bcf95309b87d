package jp.fudamori.walk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.fudamori.application.ApplicationKind;
import jp.fudamori.certificate.Certificate;
import jp.fudamori.certificate.CertificateDesk;
import jp.fudamori.certificate.DownloadDesk;
import jp.fudamori.certificate.LetterSecrets;
import jp.fudamori.certificate.RenewedCertificates;
import jp.fudamori.certificate.WithholdingDesk;
import jp.fudamori.common.Refusal;
import jp.fudamori.fee.CancellationDesk;
import jp.fudamori.fee.FeeDesk;
import jp.fudamori.walk.Case.Line;
import org.springframework.transaction.support.TransactionOperations;

/** All that may be tried with the certificate of one line, its fee and its download. */
record LineMoves(
        Making making,
        DownloadDesk downloads,
        FeeDesk fees,
        CancellationDesk cancellations,
        TransactionOperations transaction,
        Clock clock) {

    private static final AllowedGraph GRAPH = AllowedGraph.line();
    private static final int DOWNLOAD_DAYS = 180;

    /** What makes certificates, or gives them up. */
    record Making(CertificateDesk certificates, RenewedCertificates renewed, WithholdingDesk withholding) {}

    List<Move> of(Case one, Line line) {
        var today = LocalDate.now(clock);
        var state = line.state(one.state, today);
        return Stream.of(
                        Move.of(GRAPH, "vet", state, () -> making.certificates().vet(line.number), () -> {
                            line.vetted = true;
                            line.issuedOn = today;
                        }),
                        Move.of(GRAPH, "sign", state, () -> sign(one, line), () -> {
                            if (line.isOrphan()) {
                                line.givenUp = true;
                                return;
                            }
                            line.until = requireNonNull(line.issuedOn).plusDays(DOWNLOAD_DAYS);
                            if (one.kind != ApplicationKind.RENEWAL) {
                                line.secrets = making.certificates().secrets(line.number);
                            }
                            supersede(one, line, today);
                        }),
                        Move.of(GRAPH, "withhold", state, () -> withhold(line), line::withhold)
                                .filter(move -> one.clinic.hasEnded(today)),
                        Move.of(GRAPH, "reverseFee", state, () -> reverse(line), () -> line.reversed = true)
                                .map(move -> move.unlessDone(line.reversed)),
                        downloads(line, state))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A reissue makes void what it replaces, and what that replaced, in the same transaction. */
    private static void supersede(Case one, Line line, LocalDate today) {
        if (one.kind == ApplicationKind.REISSUE) {
            var older = one.before(line);
            while (older.isPresent()) {
                var old = older.get();
                if (old.isValid(today)) {
                    old.revokeAndWithdraw();
                }
                older = requireNonNull(old.home).before(old);
            }
        }
    }

    /** What the server says. */
    boolean isRevoked(Line line) {
        return making.certificates()
                .of(line.number)
                .filter(Certificate.Revoked.class::isInstance)
                .isPresent();
    }

    /** @param tries in a row, with a wrong code each */
    List<Move> wrongCode(Case one, Line line, int tries) {
        var state = line.state(one.state, LocalDate.now(clock));
        var secrets = line.secrets;
        return secrets == null
                ? List.of()
                : Move.of(GRAPH, "downloadWrongly", state, () -> tryWrongly(line, secrets, tries), () -> {}).stream()
                        .toList();
    }

    private Optional<Move> downloads(Line line, String state) {
        var secrets = line.secrets;
        return secrets == null
                ? Optional.empty()
                : Move.of(
                        GRAPH,
                        "download",
                        state,
                        () -> downloads.download(secrets.referenceId(), secrets.authorizationCode(), "10.0.0.1"),
                        () -> line.wrongCodes = 0);
    }

    private void tryWrongly(Line line, LetterSecrets secrets, int tries) {
        for (int before = 1; before < tries; before++) {
            assertThatThrownBy(() -> tryWrongly(line, secrets)).isInstanceOf(Refusal.class);
        }
        tryWrongly(line, secrets);
    }

    private void tryWrongly(Line line, LetterSecrets secrets) {
        line.wrongCodes = Math.min(Line.WRONG_CODES, line.wrongCodes + 1);
        downloads.download(secrets.referenceId(), "WRONG-CODE-HERE", "10.0.0.1");
    }

    /** One step of the process, in one transaction as there. */
    private void sign(Case one, Line line) {
        transaction.executeWithoutResult(status -> {
            if (one.kind == ApplicationKind.RENEWAL) {
                if (!making.renewed().sign(line.number)) {
                    return;
                }
            } else {
                making.certificates().sign(line.number);
            }
            fees.post(line.number.application().value(), line.number.toString(), one.clinic.code);
        });
    }

    private void withhold(Line line) {
        making.withholding().withhold(line.number);
    }

    private void reverse(Line line) {
        cancellations.cancel(line.number.toString(), "誤って計上したため", Dice.OFFICERS.get(0));
    }
}
