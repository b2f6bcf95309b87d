package jp.fudamori.application;

import jp.fudamori.common.DomainService;

/** Tells what happened to an application, for its clinic. */
@DomainService
public class HistoryDesk {

    private final Histories histories;

    HistoryDesk(Histories histories) {
        this.histories = histories;
    }

    public ApplicationHistory of(ApplicationNumber number) {
        return new ApplicationHistory(histories.returns(number), histories.overdue(number));
    }
}
