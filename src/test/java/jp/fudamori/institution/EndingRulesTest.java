package jp.fudamori.institution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.fudamori.sheet.Refused;
import jp.fudamori.sheet.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndingRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final String UNREGISTERED = "X";

    @ParameterizedTest(name = "known {0}, file {1}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | A>B, C>D | ''                           | two that have nothing to do with each other",
                "'' | A>B, B>C | ''                           | a code may be taken over again",
                "'' | A>, B>   | ''                           | two that close for good",
                "A>B | A>B | ''                               | what is known already just so",
                "'' | X>A | 2 登録されていない                  | a code that the registry does not have",
                "'' | A>X | 2 登録されていない                  | a successor that the registry does not have",
                "'' | A>A | 2 廃止する医療機関コードと同じ        | its own successor",
                "'' | A>B, B>A | 2 ひと回り, 3 ひと回り         | a circle of two",
                "'' | A>B, B>C, C>A, D>E | 2 ひと回り, 3 ひと回り, 4 ひと回り | a circle of three, and one beside it",
                "A>B, B>C | C>A | 2 ひと回り                   | a circle that the registry has begun",
                "'' | A>C, B>C | 3 すでに使われています           | two with one successor",
                "A>C | B>C | 2 すでに使われています               | a successor that is taken",
                "A>B | A>C | 2 別の内容で                       | another successor than is known",
                "A>  | A>C | 2 別の内容で                       | closed for good and now succeeded",
            })
    void refusesLineByLine(String known, String file, String objections, String because) {
        var rules = new EndingRules(known(known), Set.of(), Set.of(code(UNREGISTERED)));

        var found = rules.objections(rows(file));

        assertThat(found).as(because).hasSameSizeAs(texts(objections));
        for (int i = 0; i < found.size(); i++) {
            var expected = texts(objections).get(i).split(" ", 2);
            assertThat(found.get(i)).as(because).extracting(Refused::line).isEqualTo(Long.valueOf(expected[0]));
            assertThat(found.get(i).reason()).as(because).contains(expected[1]).endsWith("。");
        }
    }

    @ParameterizedTest(name = "known {0}, wrong {1}, file {2}: {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''  | A>B | A>C      | ''                | another successor than in the wrong record",
                "''  | A>B | A>       | ''                | closed for good, not succeeded",
                "''  | A>B | D>B      | ''                | the successor is that of another code",
                "''  | A>B | B>A      | ''                | a circle only with the wrong record",
                "''  | A>B | A>B      | ''                | the wrong record once more",
                "A>C | A>B | A>B      | ''                | the wrong record once more, after the true one",
                "A>C | A>B | A>D      | 2 別の内容で        | the true one stays",
                "''  | A>B | A>B, D>B | ''                | what is passed over takes no successor",
            })
    void whatWasFoundWrongIsAsIfItHadNotBeen(
            String known, String wrong, String file, String objections, String because) {
        var rules = new EndingRules(known(known), Set.copyOf(known(wrong).values()), Set.of());

        assertThat(rules.objections(rows(file)))
                .as(because)
                .extracting(refused -> refused.line() + " " + refused.reason())
                .zipSatisfy(texts(objections), (found, expected) -> {
                    var words = expected.split(" ", 2);
                    assertThat(found).startsWith(words[0] + " ").contains(words[1]);
                });
    }

    private static Map<InstitutionCode, Ending> known(String text) {
        return rows(text).stream()
                .flatMap(row -> row.value().ending().stream())
                .collect(Collectors.toMap(Ending::code, Function.identity()));
    }

    private static List<Row<RowOfEnding>> rows(String text) {
        var rows = texts(text);
        return IntStream.range(0, rows.size())
                .mapToObj(index -> new Row<>(index + 2, row(rows.get(index))))
                .toList();
    }

    private static RowOfEnding row(String text) {
        var codes = text.split(">", -1);
        return new RowOfEnding(
                code(codes[0]),
                DAY,
                Optional.of(codes[1].strip()).filter(to -> !to.isEmpty()).map(EndingRulesTest::code));
    }

    private static InstitutionCode code(String letter) {
        return new InstitutionCode("27%08d".formatted((int) letter.charAt(0)));
    }

    private static List<String> texts(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
