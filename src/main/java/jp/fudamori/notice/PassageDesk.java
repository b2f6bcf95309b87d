package jp.fudamori.notice;

import static java.util.Comparator.comparing;

import java.util.List;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.common.DomainService;

/** Tells a clinic the way of its letters. */
@DomainService
public class PassageDesk {

    private final Passages passages;

    PassageDesk(Passages passages) {
        this.passages = passages;
    }

    /** Returns what happened to all letters of an application, in order. */
    public List<Passage> of(ApplicationNumber application) {
        return passages.of(application).stream()
                .sorted(comparing(Passage::day).thenComparing(Passage::what))
                .toList();
    }
}
