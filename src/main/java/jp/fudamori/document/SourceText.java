package jp.fudamori.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/**
 * A document as it is written: the file {@code documents/<name>.txt} with title, subtitle, version and date in a line
 * each, an empty line, and then blocks with empty lines between them.
 */
record SourceText(String title, String subtitle, String version, LocalDate day, List<Block> blocks) {

    enum Kind {
        /** {@code # }, begins a chapter. */
        CHAPTER,
        /** {@code ## }. */
        SECTION,
        /** {@code - }. */
        ITEM,
        /** {@code | }, with a label, a bar and a value. */
        ROW,
        PARAGRAPH;

        static Kind of(String line) {
            if (line.startsWith("## ")) {
                return SECTION;
            }
            if (line.startsWith("# ")) {
                return CHAPTER;
            }
            if (line.startsWith("- ")) {
                return ITEM;
            }
            return line.startsWith("| ") ? ROW : PARAGRAPH;
        }

        /** Length of the mark that begins such a line. */
        int mark() {
            return this == PARAGRAPH ? 0 : this == SECTION ? 3 : 2;
        }
    }

    record Block(Kind kind, String text) {}

    static SourceText read(String name) {
        try (var file = new ClassPathResource("documents/" + name + ".txt").getInputStream()) {
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return new SourceText(
                    lines.get(0),
                    lines.get(1),
                    lines.get(2),
                    LocalDate.parse(lines.get(3)),
                    blocks(lines.subList(4, lines.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Block> blocks(List<String> lines) {
        var blocks = new ArrayList<Block>();
        for (var line : lines) {
            if (!line.isBlank()) {
                var kind = Kind.of(line);
                blocks.add(new Block(kind, line.substring(kind.mark()).strip()));
            }
        }
        return List.copyOf(blocks);
    }
}
