package jp.fudamori.walk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.DraftId;
import jp.fudamori.application.LineNumber;
import jp.fudamori.certificate.LetterSecrets;
import jp.fudamori.institution.InstitutionCode;
import jp.fudamori.notice.LetterNumber;
import jp.fudamori.notice.ReturnReason;
import jp.fudamori.notice.TrackingKind;
import org.jspecify.annotations.Nullable;

/** What the walk believes about one application; never read from the server. */
final class Case {

    final Clinic clinic;
    final DraftId draft;
    final Map<Integer, Line> lines = new TreeMap<>();
    final List<Notice> letters = new ArrayList<>();

    /** The lines whose place its own shall take, in order; none for a new issue. */
    final List<Line> replaces = new ArrayList<>();

    String state = "draft";
    boolean consented;
    boolean entered;
    boolean triaged;
    boolean secondApproval;
    boolean extended;
    int terminals;
    int seenVersion;
    Set<Integer> refused = Set.of();

    @Nullable
    ApplicationNumber number;

    @Nullable
    AccountId firstApprover;

    Case(Clinic clinic, DraftId draft) {
        this.clinic = clinic;
        this.draft = draft;
    }

    boolean isReissue() {
        return !replaces.isEmpty();
    }

    /** Whether the line at the place still asks for its certificate, or has it. */
    boolean counts(int position) {
        return switch (state) {
            case "submitted", "returned", "second" -> true;
            case "approved" -> !java.util.Objects.requireNonNull(lines.get(position)).refused;
            default -> false;
        };
    }

    /** Letters of which nothing is left are void. */
    void withdrawLetters() {
        letters.stream()
                .filter(letter -> letter.lines.stream().allMatch(line -> line.closed))
                .forEach(letter -> letter.isVoid = true);
    }

    /** An institution whose entry in the registry changes. */
    static final class Clinic {

        final InstitutionCode code;
        final AccountId id;
        int version;
        int address;

        Clinic(InstitutionCode code, AccountId id) {
            this.code = code;
            this.id = id;
        }
    }

    /** A certificate of an approved application, from before its vetting on. */
    static final class Line {

        static final int WRONG_CODES = 5;

        final LineNumber number;
        boolean refused;
        boolean vetted;
        boolean inLetter;
        boolean closed;
        boolean destroyed;
        boolean reversed;
        boolean revoked;
        boolean lost;
        final List<Case> replacing = new ArrayList<>();
        int wrongCodes;

        /** Whose line it is. */
        @Nullable
        Case home;

        @Nullable
        LetterSecrets secrets;

        /** Day of the vetting, from which the period of download counts. */
        @Nullable
        LocalDate issuedOn;

        @Nullable
        LocalDate until;

        Line(LineNumber number) {
            this.number = number;
        }

        void revoke() {
            revoked = true;
            closed = true;
        }

        /** Whether it can still be used on the day, as far as its period goes. */
        boolean isWithinValidity(LocalDate today) {
            return issuedOn != null && !today.isAfter(issuedOn.plusMonths(39));
        }

        /** Whether another certificate was asked for in its place, and not in vain. */
        boolean isReplaced() {
            return replacing.stream().anyMatch(one -> one.counts(one.replaces.indexOf(this) + 1));
        }

        String state(String application, LocalDate today) {
            if (!application.equals("approved") || refused) {
                return "unapproved";
            }
            if (until == null) {
                return vetted ? "vetted" : "approved";
            }
            if (revoked) {
                return "revoked";
            }
            if (wrongCodes >= WRONG_CODES) {
                return "locked";
            }
            if (closed) {
                return "closed";
            }
            return today.isAfter(until) || destroyed ? "expired" : "waiting";
        }
    }

    /** A letter. */
    static final class Notice {

        final LetterNumber number;
        final List<Line> lines;
        final Map<String, Optional<ReturnReason>> reports = new TreeMap<>();
        final Set<TrackingKind> kinds = new HashSet<>();
        boolean printed;
        boolean again;
        boolean isVoid;
        int attempt;
        int sentTo;

        Notice(LetterNumber number, List<Line> lines) {
            this.number = number;
            this.lines = lines;
        }

        String state() {
            if (isVoid) {
                return "void";
            }
            if (!printed) {
                return "assembled";
            }
            return attempt == 0 ? "printed" : onTheWay();
        }

        private String onTheWay() {
            var returned = again ? "toPostAgain" : "returned";
            if (reports.containsValue(Optional.of(ReturnReason.SENT_BACK))) {
                return returned;
            }
            if (kinds.contains(TrackingKind.DELIVERED)) {
                return "delivered";
            }
            if (kinds.contains(TrackingKind.RETURNED)) {
                return returned;
            }
            return kinds.contains(TrackingKind.LOST) ? "lost" : "underWay";
        }

        LocalDate lastDownload() {
            return lines.stream()
                    .map(line -> line.until)
                    .min(LocalDate::compareTo)
                    .orElseThrow();
        }
    }
}
