package jp.fudamori.web.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.fudamori.application.ApplicationHistory;
import jp.fudamori.application.ApplicationNumber;
import jp.fudamori.application.HistoryDesk;
import jp.fudamori.notice.Passage;
import jp.fudamori.notice.PassageDesk;
import org.springframework.stereotype.Component;

/** What happened to applications and their letters until today. */
@Component
class Chronicle {

    private final HistoryDesk history;
    private final PassageDesk passages;
    private final Clock clock;

    Chronicle(HistoryDesk history, PassageDesk passages, Clock clock) {
        this.history = history;
        this.passages = passages;
        this.clock = clock;
    }

    ApplicationHistory of(ApplicationNumber number) {
        return history.of(number);
    }

    List<Passage> lettersOf(ApplicationNumber number) {
        return passages.of(number);
    }

    /** Asia/Tokyo. */
    LocalDate today() {
        return LocalDate.now(clock);
    }
}
