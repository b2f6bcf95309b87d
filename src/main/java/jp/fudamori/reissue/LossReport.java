package jp.fudamori.reissue;

import java.time.Instant;
import java.util.List;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.LineNumber;
import jp.fudamori.institution.InstitutionCode;

/** 紛失などの届出, in one of its states; each state offers only the steps allowed from it. */
public sealed interface LossReport {

    Opening opening();

    default ReportId id() {
        return opening().id();
    }

    default LineNumber line() {
        return opening().line();
    }

    /**
     * What never changes.
     *
     * @param applicant account of the clinic
     * @param by the clinic, or the call centre for it
     */
    record Opening(
            ReportId id, InstitutionCode institution, AccountId applicant, LineNumber line, AccountId by, Instant at) {}

    /** Not sent yet: nothing is void. */
    sealed interface Pending extends LossReport {

        default Described describe(Loss loss) {
            return new Described(opening(), loss);
        }

        default Dropped drop(AccountId by, Instant at) {
            return new Dropped(opening(), by, at);
        }
    }

    record Opened(Opening opening) implements Pending {}

    record Described(Opening opening, Loss loss) implements Pending {

        /** @param affected lines that nobody shall be able to use any more, that of the report among them */
        public Reported report(AccountId by, Instant at, List<LineNumber> affected) {
            return new Reported(opening, loss, by, at, affected);
        }
    }

    record Reported(Opening opening, Loss loss, AccountId by, Instant at, List<LineNumber> affected)
            implements LossReport {

        public Reported {
            affected = List.copyOf(affected);
        }
    }

    record Dropped(Opening opening, AccountId by, Instant at) implements LossReport {}
}
