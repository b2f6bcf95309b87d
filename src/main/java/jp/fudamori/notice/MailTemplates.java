package jp.fudamori.notice;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.fudamori.paper.LineBreaker;
import jp.fudamori.paper.Office;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Bodies of mails from {@code mail/*.txt}, in lines of at most 35 full-width characters [SOURCES: mail-conventions].
 */
@Component
class MailTemplates {

    private static final int COLUMNS = 70;

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final LineBreaker lines = new LineBreaker(MailTemplates::columns, COLUMNS);
    private final Map<String, Object> office;

    MailTemplates(Office office) {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("mail/");
        resolver.setSuffix(".txt");
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
        this.office = Map.of(
                "officeName", office.name(),
                "officePhone", office.phone(),
                "officeHours", office.hours(),
                "statusUrl", office.statusUrl().toString());
    }

    /**
     * Fills in a template.
     *
     * @param values by their names in the template: texts, numbers, lists of them and maps of them; in texts, control
     *     characters become blanks, so that no value adds a line
     */
    String body(MailKind kind, Map<String, ?> values) {
        var context = new Context(Locale.JAPAN, office);
        values.forEach((name, value) -> context.setVariable(name, inOneLine(value)));
        return engine.process(kind.code(), context)
                .lines()
                .flatMap(line -> lines.lines(line).stream())
                .collect(joining("\n", "", "\n"));
    }

    private static Object inOneLine(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(MailTemplates::inOneLine).toList();
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> inOneLine(entry.getValue())));
        }
        return value.toString().replaceAll("\\p{Cntrl}", " ");
    }

    /** Width of a text where a full-width character takes two columns. */
    static int columns(String text) {
        return text.codePoints()
                .map(character -> isHalfWidth(character) ? 1 : 2)
                .sum();
    }

    private static boolean isHalfWidth(int character) {
        return character < 0x80 || character >= 0xFF61 && character <= 0xFF9F;
    }
}
