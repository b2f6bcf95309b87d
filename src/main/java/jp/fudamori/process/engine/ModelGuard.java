package jp.fudamori.process.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What a model may not contain: code, and names of code other than our {@link ProcessBeans}. Attributes count whatever
 * their namespace, because the engine reads those of its ancestor too.
 */
class ModelGuard {

    private static final Set<String> CODE = Set.of("scriptTask", "script", "connector");
    private static final Set<String> CODE_NAMES =
            Set.of("class", "formHandlerClass", "variableMappingClass", "expression", "resource");
    private static final Set<String> BEAN_NAMES = Set.of("delegateExpression", "variableMappingDelegateExpression");
    private static final Set<String> UNREAD = Set.of("textAnnotation");
    private static final Set<String> TASKS_THAT_ARE_CODE = Set.of("mail", "shell");
    private static final Pattern BEAN = Pattern.compile("[$#]\\{(\\w+)}");

    private final ProcessBeans beans;

    ModelGuard(ProcessBeans beans) {
        this.beans = beans;
    }

    /** @param objection takes each element that is refused, and why, in Japanese */
    void inspect(Element root, BiConsumer<Element, String> objection) {
        inspect(root, "definitions", objection);
    }

    private void inspect(Element element, String owner, BiConsumer<Element, String> objection) {
        var name = Optional.ofNullable(element.attribute("id")).orElse(owner);
        if (UNREAD.contains(element.getTagName())) {
            return;
        }
        objections(element).forEach(text -> objection.accept(element, "モデルの要素「" + name + "」: " + text));
        element.elements().forEach(child -> inspect(child, name, objection));
    }

    private Stream<String> objections(Element element) {
        return Stream.of(
                        CODE.contains(element.getTagName())
                                ? Stream.of("スクリプトとコネクターは使えません（" + element.getTagName() + "）。")
                                : Stream.<String>empty(),
                        element.attributes().stream().flatMap(key -> objections(element, key)),
                        Expressions.objection(element.getText()).stream())
                .flatMap(each -> each);
    }

    private Stream<String> objections(Element element, String key) {
        var attribute = key.substring(key.lastIndexOf(':') + 1);
        var value = Optional.ofNullable(element.attribute(key)).orElse("");
        if (CODE_NAMES.contains(attribute) || isScriptCondition(element, attribute)) {
            return Stream.of("属性 " + attribute + " は使えません。delegateExpression=\"${bean}\" を使ってください。");
        }
        if (BEAN_NAMES.contains(attribute)) {
            return isBean(value) ? Stream.empty() : Stream.of("許可されていない委譲先です: " + value);
        }
        if (isCodeValue(element, attribute, value)) {
            return Stream.of("%s=\"%s\" は使えません。".formatted(attribute, value));
        }
        return Expressions.objection(value).stream();
    }

    private boolean isBean(String value) {
        var matcher = BEAN.matcher(value.strip());
        return matcher.matches() && beans.has(matcher.group(1));
    }

    private static boolean isScriptCondition(Element element, String attribute) {
        return attribute.equals("language") && !element.getTagName().equals("definitions");
    }

    /**
     * Built-in tasks that send mail or run a command of the operating system, and form constraints that name a class.
     */
    private static boolean isCodeValue(Element element, String attribute, String value) {
        var word = value.toLowerCase(Locale.ROOT);
        return attribute.equals("type") && TASKS_THAT_ARE_CODE.contains(word)
                || element.getTagName().equals("constraint") && attribute.equals("name") && word.equals("validator");
    }
}
