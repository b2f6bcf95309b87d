package jp.fudamori.process;

import java.util.List;
import java.util.Optional;

/**
 * Where a case is after one of its steps.
 *
 * @param caseId id of the process instance
 * @param process id of the model
 * @param task name in the model of the step from which it is looked at; empty for the start
 * @param number 受付番号, once it has one
 * @param next the step with which the same person goes on
 * @param places where it waits, or how it ended
 */
public record CaseStanding(
        String caseId,
        String process,
        String processName,
        String task,
        Optional<String> number,
        Optional<OpenTask> next,
        boolean ended,
        List<Place> places) {

    public CaseStanding {
        places = List.copyOf(places);
    }

    /** Whether it waits at, or ended in, the element of the model. */
    public boolean isAt(String element) {
        return places.stream().anyMatch(place -> place.id().equals(element));
    }

    /** @param name in Japanese, as it stands in the model */
    public record Place(String id, String name) {}
}
