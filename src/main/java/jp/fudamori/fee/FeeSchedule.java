package jp.fudamori.fee;

import java.time.LocalDate;

/** 料金表, the one source of every price; who keeps it is outside this module. */
public interface FeeSchedule {

    /**
     * Returns the price of one certificate.
     *
     * @return yen, consumption tax included, 1 or more
     * @throws jp.fudamori.common.Refusal {@code fee-not-scheduled} where the schedule has no price for that day
     */
    int amountYen(FeeKind kind, LocalDate on);
}
