package jp.fudamori.fee;

import java.time.YearMonth;
import java.util.Optional;

/**
 * What the ledger holds for one month.
 *
 * @param posted number of fees
 * @param cancelled number of cancellations, also of fees of earlier months
 * @param amountYen what is left
 * @param slips number of 払込請求書; 0 until the month is closed
 * @param closing empty while the month may still grow
 */
public record MonthTotal(
        YearMonth month, long posted, long cancelled, long amountYen, int slips, Optional<Closing> closing) {}
