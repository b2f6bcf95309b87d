package jp.fudamori.web.portal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of Markdown that our forms use: headings, paragraphs whose line breaks count, both kinds of lists, bold and
 * links. It becomes blocks of text, never HTML, so that the page escapes every letter of it.
 */
public final class Markdown {

    private static final Pattern HEADING = Pattern.compile("#{1,4} +(.+)");
    private static final Pattern ITEM = Pattern.compile("[-*] +(.+)");
    private static final Pattern STEP = Pattern.compile("\\d{1,3}\\. +(.+)");
    private static final Pattern SPAN =
            Pattern.compile("\\*\\*(?<bold>[^*]+)\\*\\*|\\[(?<label>[^\\[\\]]+)]\\((?<address>[^()\\s]+)\\)");

    /** Only what this server answers itself: values that people typed may stand in these texts. */
    private static final Pattern OWN_ADDRESS = Pattern.compile("/(?!/)[A-Za-z0-9/._#-]*");

    private Markdown() {}

    /** What a block is. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        ITEMS,
        STEPS
    }

    /** @param lines of a paragraph, items of a list, or the one line of a heading */
    public record Block(Kind kind, List<List<Span>> lines) {}

    /** @param address empty where it is no link */
    public record Span(String text, boolean bold, String address) {

        /** Whether it leads away from a form that somebody is filling in. */
        public boolean paper() {
            return address.endsWith(".pdf");
        }
    }

    /** Reads any text; what is no mark-up is text. */
    public static List<Block> read(String text) {
        var blocks = new ArrayList<Block>();
        var begun = false;
        for (var line : text.replace("\r\n", "\n").strip().split("\n", -1)) {
            if (line.isBlank()) {
                begun = false;
                continue;
            }
            var kind = kindOf(line.strip());
            if (begun && kind != Kind.HEADING && last(blocks).kind() == kind) {
                last(blocks).lines().add(spans(contentOf(line.strip(), kind)));
            } else {
                blocks.add(new Block(kind, new ArrayList<>(List.of(spans(contentOf(line.strip(), kind))))));
            }
            begun = true;
        }
        return blocks;
    }

    private static Block last(List<Block> blocks) {
        return blocks.get(blocks.size() - 1);
    }

    private static Kind kindOf(String line) {
        if (HEADING.matcher(line).matches()) {
            return Kind.HEADING;
        }
        if (ITEM.matcher(line).matches()) {
            return Kind.ITEMS;
        }
        return STEP.matcher(line).matches() ? Kind.STEPS : Kind.PARAGRAPH;
    }

    private static String contentOf(String line, Kind kind) {
        return switch (kind) {
            case HEADING -> HEADING.matcher(line).replaceFirst("$1");
            case ITEMS -> ITEM.matcher(line).replaceFirst("$1");
            case STEPS -> STEP.matcher(line).replaceFirst("$1");
            case PARAGRAPH -> line;
        };
    }

    private static List<Span> spans(String line) {
        var spans = new ArrayList<Span>();
        var mark = SPAN.matcher(line);
        int end = 0;
        while (mark.find()) {
            spans.add(new Span(line.substring(end, mark.start()), false, ""));
            spans.add(spanOf(mark.group(), mark.group("bold"), mark.group("label"), mark.group("address")));
            end = mark.end();
        }
        spans.add(new Span(line.substring(end), false, ""));
        return spans.stream().filter(span -> !span.text().isEmpty()).toList();
    }

    private static Span spanOf(String whole, @Nullable String bold, @Nullable String label, @Nullable String address) {
        if (bold != null) {
            return new Span(bold, true, "");
        }
        return label != null && address != null && OWN_ADDRESS.matcher(address).matches()
                ? new Span(label, false, forPeople(address))
                : new Span(whole, false, "");
    }

    /** Forms are shared with Tasklist, whose reader gets the data; a page has a page for it. */
    private static String forPeople(String address) {
        return address.replaceFirst("^/api/applications/", "/status/");
    }
}
