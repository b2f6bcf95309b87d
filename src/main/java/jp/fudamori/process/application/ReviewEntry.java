package jp.fudamori.process.application;

import static jp.fudamori.process.application.CertificateApplicationModel.CONTACT_REMARK;
import static jp.fudamori.process.application.CertificateApplicationModel.DECISION;
import static jp.fudamori.process.application.CertificateApplicationModel.OTHER_REMARK;
import static jp.fudamori.process.application.CertificateApplicationModel.REASON;
import static jp.fudamori.process.application.CertificateApplicationModel.REFUSED_LINES;
import static jp.fudamori.process.application.CertificateApplicationModel.TERMINAL_REMARK;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.ApplicationReason;
import jp.fudamori.application.LineNumber;
import jp.fudamori.application.Remark;
import jp.fudamori.common.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * What a reviewer entered.
 *
 * @param refusedLines positions of the terminals that are not approved, {@code 2,3}; may be empty
 */
record ReviewEntry(String decision, String refusedLines, String reason, List<Remark> remarks) {

    private enum Reason implements Refusal.Reason {
        REFUSAL_WITHOUT_LINES,
        REMARKS_NOT_SENT
    }

    static ReviewEntry take(DelegateTask task) {
        var remarks = Stream.of(
                        remark(Remark.Field.CONTACT_NAME, CONTACT_REMARK.take(task)),
                        remark(Remark.Field.TERMINAL_NAMES, TERMINAL_REMARK.take(task)),
                        remark(Remark.Field.OTHER, OTHER_REMARK.take(task)))
                .flatMap(Optional::stream)
                .toList();
        var entry = new ReviewEntry(
                DECISION.in(task),
                REFUSED_LINES.take(task).orElse(""),
                REASON.take(task).orElse(""),
                remarks);
        entry.refuseWhatWouldBeLost();
        return entry;
    }

    /** Every line gets the one reason that was entered. */
    Map<LineNumber, String> refused(ApplicationNumber number) {
        return Stream.of(refusedLines.split("[^0-9]+"))
                .filter(position -> !position.isEmpty())
                .map(Integer::parseInt)
                .distinct()
                .map(position -> line(number, position))
                .collect(Collectors.toUnmodifiableMap(line -> line, line -> reason));
    }

    private static LineNumber line(ApplicationNumber number, int position) {
        if (position < 1 || position > LineNumber.MOST) {
            throw new Refusal(ApplicationReason.NO_SUCH_LINE, "この申請に %d 番の端末はありません。".formatted(position));
        }
        return new LineNumber(number, position);
    }

    /** What the officer wrote in the wrong place would not reach the clinic. */
    private void refuseWhatWouldBeLost() {
        if (decision.equals("approve") && refusedLines.isBlank() && !reason.isBlank()) {
            throw new Refusal(Reason.REFUSAL_WITHOUT_LINES, "理由が入力されています。承認しない端末の番号も入力するか、理由を消してください。");
        }
        if (!decision.equals("return") && !remarks.isEmpty()) {
            throw new Refusal(Reason.REMARKS_NOT_SENT, "差戻しの理由が入力されています。「差し戻す」を選ぶか、理由を消してください。");
        }
    }

    private static Optional<Remark> remark(Remark.Field field, Optional<String> text) {
        return text.map(String::strip).filter(entered -> !entered.isEmpty()).map(entered -> new Remark(field, entered));
    }
}
