package jp.fudamori.process.decision;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jp.fudamori.common.JapaneseDates;
import jp.fudamori.common.Refusal;
import jp.fudamori.fee.FeeKind;
import jp.fudamori.fee.FeeReason;
import jp.fudamori.fee.FeeSchedule;
import jp.fudamori.process.OwnBehalf;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/**
 * Prices from {@code bpmn/fee-schedule.dmn}, always of the version deployed last. Each is decided once a day and
 * version: a decision writes history and takes milliseconds, looking up the version takes one indexed query.
 */
@Component
class DecidedFees implements FeeSchedule {

    private static final String DECISION = "fee-schedule";

    private final RepositoryService repository;
    private final DecisionService decisions;
    private final OwnBehalf ownBehalf;
    private final Map<FeeKind, Decided> latest = new ConcurrentHashMap<>();

    /** @param yen empty where no rule applied */
    private record Decided(String version, LocalDate day, Optional<Integer> yen) {}

    DecidedFees(RepositoryService repository, DecisionService decisions, OwnBehalf ownBehalf) {
        this.repository = repository;
        this.decisions = decisions;
        this.ownBehalf = ownBehalf;
    }

    @Override
    public int amountYen(FeeKind kind, LocalDate on) {
        return ownBehalf
                .ask(() -> decided(kind, on))
                .yen()
                .orElseThrow(() -> new Refusal(
                        FeeReason.FEE_NOT_SCHEDULED,
                        "%sの発行料が定められていないため、手続きを進められません。コールセンターへお問い合わせください。".formatted(JapaneseDates.plain(on))));
    }

    private Decided decided(FeeKind kind, LocalDate on) {
        var version = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(DECISION)
                .latestVersion()
                .singleResult()
                .getId();
        var known = latest.get(kind);
        if (known != null && known.version().equals(version) && known.day().equals(on)) {
            return known;
        }
        var decided = new Decided(version, on, decide(version, kind, on));
        latest.put(kind, decided);
        return decided;
    }

    private Optional<Integer> decide(String version, FeeKind kind, LocalDate on) {
        var result = decisions
                .evaluateDecisionTableById(version)
                .variables(Map.of("kind", kind.code(), "day", on.toString()))
                .evaluate();
        if (result.isEmpty()) {
            return Optional.empty();
        }
        int yen = result.getSingleResult().getSingleEntry();
        if (yen < 1) {
            throw new IllegalStateException("the fee schedule has a price of " + yen + " yen");
        }
        return Optional.of(yen);
    }
}
