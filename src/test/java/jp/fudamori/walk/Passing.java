package jp.fudamori.walk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.fudamori.MovableClock;
import jp.fudamori.certificate.DownloadDesk;
import jp.fudamori.renewal.RenewalCampaign;
import jp.fudamori.renewal.RenewalHandover;
import jp.fudamori.walk.Case.Clinic;
import jp.fudamori.walk.Case.Line;

/** Lets time pass, and does what falls due meanwhile: what the timers of the processes and the jobs of a night do. */
final class Passing {

    static final Set<String> EVERYTHING =
            Set.of("window opened", "superseded", "expired", "closed", "succeeded", "file destroyed");

    private final Jobs jobs;
    private final EndingMoves endings;
    private final Dice dice;
    private final MovableClock clock;
    private final Set<String> done = new TreeSet<>();

    Passing(Jobs jobs, EndingMoves endings, Dice dice, MovableClock clock) {
        this.jobs = jobs;
        this.endings = endings;
        this.dice = dice;
        this.clock = clock;
    }

    /** What runs by itself. */
    record Jobs(DownloadDesk downloads, RenewalCampaign campaign, RenewalHandover handover) {}

    /** What fell due so far. */
    Set<String> done() {
        return done;
    }

    void some(List<Case> cases, List<Clinic> ended) {
        if (dice.oneIn(30)) {
            var days = dice.oneIn(20) ? 60 : dice.below(4);
            var day = LocalDate.now(clock).plusDays(days);
            clock.standAt(day.atTime(LocalTime.of(9, 0).plusMinutes(dice.below(600))));
            supersede(cases);
            ended.stream().filter(endings::isDue).forEach(clinic -> end(clinic, cases));
        }
        if (dice.oneIn(100)) {
            destroyExpired(cases);
        }
        if (dice.oneIn(200)) {
            campaign();
        }
    }

    /** The lines of an institution that can have a certificate. */
    static List<Line> linesOf(Clinic clinic, List<Case> cases) {
        return lines(cases.stream().filter(one -> one.clinic == clinic)).toList();
    }

    private void supersede(List<Case> cases) {
        var today = LocalDate.now(clock);
        lines(cases.stream())
                .filter(line -> line.supersededAfter != null && today.isAfter(line.supersededAfter))
                .forEach(line -> {
                    jobs.handover().supersede(line.number);
                    done.add(line.isWithinValidity(today) ? "superseded" : "expired");
                    if (line.isValid(today)) {
                        line.revokeAndWithdraw();
                    }
                    line.supersededAfter = null;
                });
    }

    private void end(Clinic clinic, List<Case> cases) {
        done.add(clinic.ending.equals("closing") ? "closed" : "succeeded");
        endings.revoke(clinic, linesOf(clinic, cases));
    }

    private void campaign() {
        boolean more = true;
        while (more) {
            more = jobs.campaign().step();
        }
        if (jobs.campaign().progress().opened() > 0) {
            done.add("window opened");
        }
    }

    private void destroyExpired(List<Case> cases) {
        var today = LocalDate.now(clock);
        jobs.downloads().destroyExpired();
        lines(cases.stream())
                .filter(line -> line.until != null && line.until.isBefore(today) && !line.closed)
                .forEach(line -> {
                    line.destroyed = true;
                    done.add("file destroyed");
                });
    }

    private static Stream<Line> lines(Stream<Case> cases) {
        return cases.flatMap(one -> one.lines.values().stream());
    }
}
