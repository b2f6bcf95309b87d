package jp.fudamori;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/STATES.md} names exactly the steps that the sealed types offer. */
class StatesTest {

    private static final Path PAGE = Path.of("docs/STATES.md");
    private static final Pattern ROW = Pattern.compile("\\| (\\w+) \\| (\\w+) \\| ([\\w, ]+) \\|");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application.CertificateApplication",
                "qualification.QualificationApplication",
                "certificate.Certificate",
                "notice.Letter",
                "certificate.Credentials"
            })
    void offersTheStepsOfThePageAndNoOthers(String type) throws Exception {
        var root = Class.forName("jp.fudamori." + type);

        assertThat(offered(root)).isNotEmpty().isEqualTo(written(type));
    }

    private static Set<String> offered(Class<?> root) {
        return states(root)
                .flatMap(state -> Stream.concat(
                                Arrays.stream(state.getMethods()), Arrays.stream(state.getDeclaredMethods()))
                        .filter(StatesTest::isStep)
                        .filter(method -> root.isAssignableFrom(method.getReturnType()))
                        .filter(method -> !isPart(state, method))
                        .map(method -> state.getSimpleName() + " " + method.getName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isStep(Method method) {
        return !Modifier.isStatic(method.getModifiers())
                && !method.isBridge()
                && !method.getName().equals("with");
    }

    private static boolean isPart(Class<?> state, Method method) {
        return Arrays.stream(state.getRecordComponents())
                .anyMatch(part -> part.getAccessor().equals(method));
    }

    private static Stream<Class<?>> states(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(StatesTest::states)
                : Stream.of(type);
    }

    private static Set<String> written(String type) throws IOException {
        return rows(type).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .filter(row -> !row.group(1).equals("state"))
                .map(row -> row.group(1) + " " + row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> rows(String type) throws IOException {
        return Files.readString(PAGE)
                .lines()
                .dropWhile(line -> !line.contains("(`" + type + "`)"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .toList();
    }
}
