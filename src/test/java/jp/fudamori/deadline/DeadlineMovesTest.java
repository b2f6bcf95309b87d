package jp.fudamori.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import jp.fudamori.deadline.DeadlineMove.Dates;
import jp.fudamori.institution.InstitutionCode;
import org.junit.jupiter.api.Test;

class DeadlineMovesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @Test
    void theSameListHasTheSameTokenAndAnotherOneHasNot() {
        assertThat(token(move("20261120-00001", 1)))
                .isEqualTo(token(move("20261120-00001", 1)))
                .isNotEqualTo(token(move("20261120-00001", 2)))
                .isNotEqualTo(token(move("R20261120-00001", 1)))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void isInTheOrderOfTheNumbersWhicheverKindComesFirst() {
        var moves = DeadlineMoves.first(Stream.of(move("R20261101-00001", 1), move("20261120-00001", 1)));

        assertThat(moves.numbers()).containsExactly("20261120-00001", "R20261101-00001");
    }

    private static String token(DeadlineMove move) {
        return DeadlineMoves.first(Stream.of(move)).token();
    }

    private static DeadlineMove move(String number, int days) {
        return new DeadlineMove(
                number,
                new InstitutionCode("2731000015"),
                false,
                new Dates(DAY, Optional.empty()),
                new Dates(DAY.plusDays(days), Optional.empty()));
    }
}
