package jp.fudamori.fee;

import java.util.stream.Stream;
import jp.fudamori.common.DomainService;

/** 発行料元帳 as a whole, for those who check it. */
@DomainService
public class FeeLedger {

    private final LedgerLines lines;

    FeeLedger(LedgerLines lines) {
        this.lines = lines;
    }

    /**
     * Returns everything in the ledger, one line for each reference, in the order of {@link String#compareTo}.
     *
     * @return to be read and closed within the caller's transaction
     */
    public Stream<LedgerLine> lines() {
        return lines.all();
    }
}
