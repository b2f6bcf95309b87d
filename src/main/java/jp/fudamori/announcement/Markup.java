package jp.fudamori.announcement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark-up of announcements and articles: blank lines part paragraphs, {@code ## } begins a heading, {@code - } an
 * item, {@code 1. } a step, and {@code [text](address)} is a link. Everything else is text; it is never HTML, so that
 * whoever shows it escapes all of it.
 */
public final class Markup {

    private static final Pattern ITEM = Pattern.compile("(##|-|\\d{1,2}\\.) +(.*)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]\\n]{1,200})]\\(([^()\\s]{1,400})\\)");

    /** Addresses of this server from its root, or of others over HTTPS; nothing that a browser would run. */
    private static final Pattern ADDRESS = Pattern.compile("/(?!/)[!-~&&[^\\\\]]*|https://[!-~&&[^\\\\]]+");

    private Markup() {}

    /** What a block is. */
    public enum Kind {
        PARAGRAPH,
        HEADING,
        ITEMS,
        STEPS
    }

    /**
     * A part of a text.
     *
     * @param lines of a paragraph, a heading's only one, or the items of a list; at least one
     */
    public record Block(Kind kind, List<List<Span>> lines) {}

    /** @param address empty where the text is no link */
    public record Span(String text, String address) {}

    /** Reads a text; there is none that it refuses. */
    public static List<Block> read(String text) {
        var blocks = new ArrayList<Block>();
        for (var paragraph : text.replace("\r\n", "\n").strip().split("\n\\s*\n")) {
            paragraph.lines().filter(line -> !line.isBlank()).forEach(line -> add(blocks, line.strip()));
            blocks.add(new Block(Kind.PARAGRAPH, List.of())); // parts it from the next
        }
        return blocks.stream().filter(block -> !block.lines().isEmpty()).toList();
    }

    private static void add(List<Block> blocks, String line) {
        var item = ITEM.matcher(line);
        var kind = item.matches() ? kind(item) : Kind.PARAGRAPH;
        var spans = spans(item.matches() ? item.group(2) : line);
        if (!blocks.isEmpty() && goesOn(blocks.get(blocks.size() - 1), kind)) {
            blocks.get(blocks.size() - 1).lines().add(spans);
        } else {
            blocks.add(new Block(kind, new ArrayList<>(List.of(spans))));
        }
    }

    private static boolean goesOn(Block last, Kind kind) {
        return last.kind() == kind && kind != Kind.HEADING && !last.lines().isEmpty();
    }

    private static Kind kind(Matcher item) {
        return switch (item.group(1)) {
            case "##" -> Kind.HEADING;
            case "-" -> Kind.ITEMS;
            default -> Kind.STEPS;
        };
    }

    private static List<Span> spans(String line) {
        var spans = new ArrayList<Span>();
        var link = LINK.matcher(line);
        int end = 0;
        while (link.find()) {
            if (ADDRESS.matcher(link.group(2)).matches()) {
                spans.add(new Span(line.substring(end, link.start()), ""));
                spans.add(new Span(link.group(1), link.group(2)));
                end = link.end();
            }
        }
        spans.add(new Span(line.substring(end), ""));
        return spans.stream().filter(span -> !span.text().isEmpty()).toList();
    }
}
