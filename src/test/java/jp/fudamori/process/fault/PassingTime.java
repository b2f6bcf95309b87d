package jp.fudamori.process.fault;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.fudamori.MovableClock;
import jp.fudamori.application.ApplicationNumber;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;

/** Lets the jobs of some applications, their mails and letters included, run as their time comes. */
final class PassingTime {

    private final ProcessEngine engine;
    private final MovableClock clock;
    private final List<ApplicationNumber> applications;

    PassingTime(ProcessEngine engine, MovableClock clock, List<ApplicationNumber> applications) {
        this.engine = engine;
        this.clock = clock;
        this.applications = List.copyOf(applications);
    }

    /**
     * Moves the clock from due date to due date and runs what is due; a job that fails is left to its next time.
     *
     * @param end where the clock stands in the end
     */
    void passUntil(LocalDateTime end) {
        for (var due = next(end); due != null; due = next(end)) {
            if (due.isAfter(LocalDateTime.now(clock))) {
                clock.standAt(due);
            }
            runDue();
        }
        clock.standAt(end);
    }

    private void runDue() {
        jobs().filter(job -> !timeOf(job).isAfter(LocalDateTime.now(clock))).forEach(job -> {
            try {
                engine.getManagementService().executeJob(job.getId());
            } catch (RuntimeException failed) {
                // the engine has written it down
            }
        });
    }

    private LocalDateTime next(LocalDateTime end) {
        return jobs().map(this::timeOf)
                .min(Comparator.naturalOrder())
                .filter(due -> !due.isAfter(end))
                .orElse(null);
    }

    private LocalDateTime timeOf(Job job) {
        return job.getDuedate() == null
                ? LocalDateTime.now(clock)
                : LocalDateTime.ofInstant(job.getDuedate().toInstant(), MovableClock.TOKYO);
    }

    /** Those that have tries left. */
    Stream<Job> jobs() {
        return applications.stream()
                .flatMap(number -> engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number.value())
                        .list()
                        .stream())
                .flatMap(instance -> engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getProcessInstanceId())
                        .withRetriesLeft()
                        .list()
                        .stream());
    }
}
