package jp.fudamori.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import jp.fudamori.common.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectedTerminalsTest {

    private static List<String> names(String joined) {
        return joined == null ? List.of() : Arrays.asList(joined.split(" "));
    }

    @ParameterizedTest(name = "{5}")
    @CsvSource(textBlock = """
            A B, A B, , 0,  0, nothing is named otherwise
            A B, B A, , 0,  1, the order is another one
            A B, C B, , 0,  0, the only new name is its own
            A B, B C, , 0,  1, and is so at another place
            A B, C D, , 0,  0, as many as before stand where they stood
            A B, C D, , 1,  1, each of them
            A B, B,   , 0, -1, it is not applied for any more
            A B, C, C,  0, -1, the new name has a key of its own
            A B C, C B, , 0, -1, what is left has its old names
            """)
    void findsEachTerminalAgain(String before, String after, String keyed, int place, int found, String because) {
        var terminals = new CorrectedTerminals(names(before), names(after), names(keyed));

        assertThat(terminals.placeOf(place).orElse(-1)).as(because).isEqualTo(found);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = """
            A B,   C,     0, 'was renamed, or left out'
            A B C, D C,   0, 'was renamed, or left out while B was renamed'
            A B C, C D E, 0, 'its place went to one that was there before'
            """)
    void refusesWhereNobodyCanTell(String before, String after, int place, String because) {
        var terminals = new CorrectedTerminals(names(before), names(after), List.of());

        assertThatThrownBy(() -> terminals.placeOf(place))
                .as(because)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(OwnKeyReason.KEY_WITHOUT_TERMINAL));
    }
}
