package jp.fudamori.walk;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import jp.fudamori.account.AccountId;
import jp.fudamori.application.ApplicationKind;
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

    ApplicationKind kind = ApplicationKind.NEW;
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

    /** A renewal: approved as it comes in. */
    static Case renewal(Clinic clinic, Line old, LineNumber renewed) {
        var one = new Case(clinic, new DraftId(UUID.randomUUID()));
        one.kind = ApplicationKind.RENEWAL;
        one.number = renewed.application();
        one.state = "approved";
        one.terminals = 1;
        one.replaces.add(old);
        one.lines.put(1, new Line(renewed));
        one.lines.get(1).home = one;
        old.replacing.add(one);
        return one;
    }

    boolean isReplacement() {
        return kind.isReplacement();
    }

    /** The line whose place one of its lines takes. */
    Optional<Line> before(Line line) {
        return isReplacement() ? Optional.of(replaces.get(line.number.position() - 1)) : Optional.empty();
    }

    /** Whether the line at the place still asks for its certificate, or has it. */
    boolean counts(int position) {
        return switch (state) {
            case "submitted", "returned", "second" -> true;
            case "approved" -> !requireNonNull(lines.get(position)).refused;
            default -> false;
        };
    }

    /** Whether it renews what was revoked before the new one was fetched, and nothing was asked for in its place. */
    boolean isWithdrawn() {
        return isUnfetched() && replaces.get(0).revoked;
    }

    /** Whether it is a renewal that nobody has fetched, and nothing was asked for in its place. */
    boolean isUnfetched() {
        return kind == ApplicationKind.RENEWAL
                && !requireNonNull(lines.get(1)).fetched
                && lines.get(1).replacing.stream().allMatch(one -> one.number == null);
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

        /** How its code ends, in the words of the table. */
        String ending = "running";

        boolean hasAccount;

        @Nullable
        LocalDate closedOn;

        @Nullable
        Clinic successor;

        Clinic(InstitutionCode code, AccountId id) {
            this.code = code;
            this.id = id;
        }

        /** Whether the registry says that its last day is over, and nobody has found that wrong. */
        boolean hasEnded(LocalDate today) {
            return !ending.equals("running") && !ending.equals("rejected") && today.isAfter(requireNonNull(closedOn));
        }
    }

    /** A certificate of an approved application, from before its vetting on. */
    static final class Line {

        static final int WRONG_CODES = 5;

        final LineNumber number;
        boolean refused;
        boolean withheld;
        boolean vetted;
        boolean inLetter;
        boolean closed;
        boolean destroyed;
        boolean reversed;
        boolean revoked;
        boolean lost;
        boolean fetched;
        boolean givenUp;
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

        /** Last day, because its successor was fetched. */
        @Nullable
        LocalDate supersededAfter;

        Line(LineNumber number) {
            this.number = number;
        }

        void withhold() {
            withheld = true;
            refused = true;
        }

        void revoke() {
            revoked = true;
            closed = true;
        }

        LocalDate lastDay() {
            return requireNonNull(issuedOn).plusMonths(39);
        }

        /** Whether it can still be used on the day, as far as its period goes. */
        boolean isWithinValidity(LocalDate today) {
            return issuedOn != null && !today.isAfter(lastDay());
        }

        /** Signed, not revoked, not expired. */
        boolean isValid(LocalDate today) {
            return until != null && !revoked && isWithinValidity(today);
        }

        /** Whether another certificate was asked for in its place, and not in vain. */
        boolean isReplaced() {
            return replacement().isPresent();
        }

        /** As {@link #isReplaced}, but not by a renewal that nobody has fetched. */
        boolean isReplacedForGood() {
            return replacement().filter(one -> !one.isUnfetched()).isPresent();
        }

        /** The application that asks for its place, or has it. */
        Optional<Case> replacement() {
            return replacing.stream()
                    .filter(one -> one.counts(one.replaces.indexOf(this) + 1))
                    .filter(one -> !one.isWithdrawn())
                    .findFirst();
        }

        /** The renewal that was asked for, whatever became of it. */
        Optional<Line> renewal() {
            return replacing.stream()
                    .filter(one -> one.kind == ApplicationKind.RENEWAL)
                    .map(one -> requireNonNull(one.lines.get(1)))
                    .findFirst();
        }

        /** Whether a renewal of this, revoked before the new one was fetched, stands where this one stood. */
        boolean isOrphan() {
            var one = requireNonNull(home);
            return one.kind == ApplicationKind.RENEWAL && one.replaces.get(0).revoked && !fetched;
        }

        /** Whether nothing can be asked for in its place. */
        boolean isTaken() {
            var one = requireNonNull(home);
            return isReplaced() || one.isWithdrawn() && one.replaces.get(0).isTaken();
        }

        /** Revoked together with what its letter tells. */
        void revokeAndWithdraw() {
            revoke();
            requireNonNull(home).withdrawLetters();
        }

        String state(String application, LocalDate today) {
            if (withheld) {
                return vetted ? "emptied" : "withheld";
            }
            if (!application.equals("approved") || refused) {
                return "unapproved";
            }
            if (until == null) {
                return vetted ? (isOrphan() ? (givenUp ? "givenUp" : "orphaned") : "vetted") : "approved";
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
