package jp.fudamori.web.portal.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.fudamori.process.FormPart;
import jp.fudamori.process.FormPart.Asked;
import jp.fudamori.process.FormPart.Kind;
import jp.fudamori.process.FormPart.Shown;
import jp.fudamori.process.FormPart.Words;

/**
 * A form as its page shows it.
 *
 * @param title the form's own heading, else the name of the step
 * @param parts in order; values that may only be read stand together where they follow each other
 * @param choice the question, where answering it is all that the form wants: each answer is a button
 */
public record FormPage(String title, List<Part> parts, Optional<Asked> choice) {

    private static final String REMARKS = "remarks";

    /** Ends the key of a value that is a remark on the field whose key stands before it. */
    private static final String REMARK = "Remark";

    /** What the template distinguishes. */
    public sealed interface Part {

        /** Which fragment of {@code portal/form.html} shows it. */
        String fragment();
    }

    public record Text(List<Markdown.Block> blocks) implements Part {

        @Override
        public String fragment() {
            return "text";
        }
    }

    public record Facts(Map<String, String> facts) implements Part {

        @Override
        public String fragment() {
            return "facts";
        }
    }

    /** What the office wrote to the clinic; it stands out from what is only on record. */
    public record Remarks(String label, List<String> lines) implements Part {

        @Override
        public String fragment() {
            return "remarks";
        }
    }

    /** @param remark what the office says about the field, in lines; empty where it says nothing */
    public record Field(Asked asked, List<String> remark) implements Part {

        @Override
        public String fragment() {
            return "field";
        }
    }

    public static FormPage of(String name, List<FormPart> parts) {
        var choice = choiceOf(parts);
        var remarks = remarksOn(parts);
        var page = new ArrayList<Part>();
        for (var part : parts) {
            if (part instanceof Words words) {
                page.add(new Text(Markdown.read(words.markdown())));
            } else if (part instanceof Shown shown && shown.key().equals(REMARKS)) {
                page.add(new Remarks(shown.label(), shown.value().lines().toList()));
            } else if (part instanceof Shown shown && !remarks.containsKey(shown.key())) {
                addFact(page, shown);
            } else if (part instanceof Asked asked && choice.isEmpty()) {
                page.add(new Field(asked, remarks.getOrDefault(asked.key() + REMARK, List.of())));
            }
        }
        return new FormPage(takeTitle(page).orElse(name), page, choice);
    }

    private static Map<String, List<String>> remarksOn(List<FormPart> parts) {
        var fields = parts.stream()
                .filter(Asked.class::isInstance)
                .map(part -> ((Asked) part).key() + REMARK)
                .toList();
        return parts.stream()
                .filter(part -> part instanceof Shown shown && fields.contains(shown.key()))
                .map(Shown.class::cast)
                .collect(Collectors.toMap(
                        Shown::key, shown -> shown.value().lines().toList()));
    }

    private static Optional<Asked> choiceOf(List<FormPart> parts) {
        var asked = parts.stream()
                .filter(Asked.class::isInstance)
                .map(Asked.class::cast)
                .toList();
        return asked.size() == 1
                        && asked.get(0).kind() == Kind.RADIO
                        && asked.get(0).required()
                ? Optional.of(asked.get(0))
                : Optional.empty();
    }

    private static void addFact(List<Part> page, Shown shown) {
        var last = page.isEmpty() ? null : page.get(page.size() - 1);
        if (last instanceof Facts facts) {
            facts.facts().put(shown.label(), shown.value());
        } else {
            page.add(new Facts(new LinkedHashMap<>(Map.of(shown.label(), shown.value()))));
        }
    }

    private static Optional<String> takeTitle(List<Part> page) {
        if (page.isEmpty()
                || !(page.get(0) instanceof Text text)
                || text.blocks().isEmpty()
                || text.blocks().get(0).kind() != Markdown.Kind.HEADING) {
            return Optional.empty();
        }
        var heading = text.blocks().remove(0);
        if (text.blocks().isEmpty()) {
            page.remove(0);
        }
        return heading.lines().get(0).stream().map(Markdown.Span::text).reduce(String::concat);
    }

    /** The fields with what stands in them. */
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        fields().forEach(asked -> values.put(asked.key(), asked.value()));
        return values;
    }

    /** Whether something can be typed, hence be kept as a draft. */
    public boolean hasFields() {
        return !fields().isEmpty();
    }

    private List<Asked> fields() {
        return parts.stream()
                .filter(Field.class::isInstance)
                .map(part -> ((Field) part).asked())
                .toList();
    }

    /** Puts what was wrong, where it says no field, to the field that its words are about. */
    public Map<String, String> errors(String message, String code) {
        var keys = fields().stream()
                .filter(asked -> code.contains("terminal") && asked.key().equals("terminalNames")
                        || message.startsWith("「" + asked.label() + "」"))
                .map(Asked::key)
                .toList();
        return Map.of(keys.isEmpty() ? "form" : keys.get(0), message);
    }
}
