package jp.fudamori.process.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import jp.fudamori.Participants;
import jp.fudamori.ServerTest;
import jp.fudamori.common.Refusal;
import jp.fudamori.fee.FeeKind;
import jp.fudamori.fee.FeeReason;
import jp.fudamori.fee.FeeSchedule;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class DecidedFeesIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate FAR_AHEAD = LocalDate.of(2090, 1, 1);

    @Autowired
    FeeSchedule schedule;

    @Autowired
    Participants people;

    @Autowired
    ProcessEngine engine;

    @ParameterizedTest
    @EnumSource
    void everyKindOfFeeHasItsPrice(FeeKind kind) {
        assertThat(schedule.amountYen(kind, TODAY)).isEqualTo(1500);
    }

    @Test
    void aDayWithoutAPriceIsRefusedInJapanese() {
        assertThatThrownBy(() -> schedule.amountYen(FeeKind.NEW_ISSUE, LocalDate.of(2026, 3, 31)))
                .hasMessageContaining("2026年3月31日の発行料が定められていない")
                .asInstanceOf(type(Refusal.class))
                .returns(FeeReason.FEE_NOT_SCHEDULED, Refusal::reason);
    }

    @Test
    void aClinicNeedsNoRightToTheTableAndIsStillItselfAfterwards() {
        var clinic = people.clinic();

        clinic.as(() -> {
            assertThat(schedule.amountYen(FeeKind.NEW_ISSUE, LocalDate.of(2026, 11, 21)))
                    .isEqualTo(1500);
            assertThat(engine.getIdentityService().getCurrentAuthentication().getUserId())
                    .isEqualTo(clinic.id().value());
            assertThat(engine.getRepositoryService()
                            .createDecisionDefinitionQuery()
                            .count())
                    .isZero();
            return clinic;
        });
    }

    @Test
    void aDayIsDecidedOnceAndThenCostsAQuery() {
        var day = LocalDate.of(2026, 12, 24);
        schedule.amountYen(FeeKind.NEW_ISSUE, day);
        var decided = decisions();
        var started = System.nanoTime();

        for (int call = 0; call < 500; call++) {
            assertThat(schedule.amountYen(FeeKind.NEW_ISSUE, day)).isEqualTo(1500);
        }

        assertThat(decisions()).isEqualTo(decided);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aNewTableCountsAtOnce() throws IOException {
        assertThat(schedule.amountYen(FeeKind.NEW_ISSUE, FAR_AHEAD)).isEqualTo(1500);
        var dearer =
                Files.readString(Path.of("bpmn", "fee-schedule.dmn")).replace("<text>1500</text>", "<text>1800</text>");

        var deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("fee-schedule.dmn", dearer)
                .deploy();
        try {
            assertThat(schedule.amountYen(FeeKind.NEW_ISSUE, FAR_AHEAD)).isEqualTo(1800);
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
        }
        assertThat(schedule.amountYen(FeeKind.NEW_ISSUE, FAR_AHEAD)).isEqualTo(1500);
    }

    private long decisions() {
        return engine.getHistoryService()
                .createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey("fee-schedule")
                .count();
    }
}
