package jp.fudamori.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;

class JourneysTest {

    @Test
    void areAllOfThemWhenNoneIsChosen() {
        assertThat(chosen("--spring.profiles.active=journey").plans()).containsExactly(JourneyPlan.values());
    }

    @Test
    void areTheChosenOnesInTheirOrder() {
        assertThat(chosen("--journey=returned, straight").plans())
                .containsExactly(JourneyPlan.RETURNED, JourneyPlan.STRAIGHT);
    }

    @Test
    void areNamedWhereAWrongOneIsChosen() {
        assertThatThrownBy(() -> chosen("--journey=home"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "--journey=home という道のりはありません。straight、correction、terminals、returned、reissue、revocation、succession、renewal から選んでください。");
    }

    private static Journeys chosen(String argument) {
        return Journeys.chosenBy(new DefaultApplicationArguments(argument));
    }
}
