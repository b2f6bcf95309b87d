package jp.fudamori.certificate;

import java.time.Instant;
import java.util.List;
import jp.fudamori.application.LineNumber;
import jp.fudamori.ca.RevocationReason;
import jp.fudamori.institution.InstitutionCode;

/** 失効の依頼: a wish to revoke certificates, in one of its states; each state offers only the steps allowed from it. */
public sealed interface RevocationRequest {

    Wish wish();

    /**
     * What never changes.
     *
     * @param lines certificates of the institution, at least one
     * @param byOffice whether somebody else of the office must agree
     * @param by account, or name of the process that asks
     */
    record Wish(
            RequestId id,
            InstitutionCode institution,
            List<LineNumber> lines,
            boolean byOffice,
            String by,
            Instant at) {

        public Wish {
            lines = List.copyOf(lines);
        }
    }

    /** @param note for the record, at most 400 characters, may be empty */
    record Grounds(RevocationReason reason, String note) {}

    /** Nothing is decided: it may be dropped. */
    sealed interface Pending extends RevocationRequest {

        default Stated state(Grounds grounds) {
            return new Stated(wish(), grounds);
        }

        default Dropped drop(String by, Instant at) {
            return new Dropped(wish(), by, at);
        }
    }

    /** Waits for its grounds. */
    record Opened(Wish wish) implements Pending {}

    /** Waits for somebody to say yes. */
    record Stated(Wish wish, Grounds grounds) implements Pending {

        /**
         * @param revoked those lines that were not revoked before
         * @throws IllegalArgumentException if somebody of the office agrees to their own request
         */
        public CarriedOut carryOut(String officer, Instant at, List<LineNumber> revoked) {
            if (isOwn(officer)) {
                throw new IllegalArgumentException("asked for by the same officer: " + wish.id());
            }
            return new CarriedOut(wish, grounds, officer, at, revoked);
        }

        public Refused refuse(String officer, Instant at) {
            return new Refused(wish, grounds, officer, at);
        }

        boolean isOwn(String officer) {
            return wish.byOffice() && officer.equals(wish.by());
        }
    }

    record CarriedOut(Wish wish, Grounds grounds, String by, Instant at, List<LineNumber> revoked)
            implements RevocationRequest {

        public CarriedOut {
            revoked = List.copyOf(revoked);
        }
    }

    record Dropped(Wish wish, String by, Instant at) implements RevocationRequest {}

    record Refused(Wish wish, Grounds grounds, String by, Instant at) implements RevocationRequest {}
}
