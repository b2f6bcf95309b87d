package jp.fudamori.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which templates the browser tests have inspected, on record in files, because the tests run in several processes. */
final class InspectedPages {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Path TESTS = Path.of("src", "test", "java", "jp", "fudamori", "browser");
    private static final Path SEEN = Path.of("target", "inspected-pages");
    private static final Path RAN = Path.of("target", "browser-tests");

    private InspectedPages() {}

    /** Writes down the template that the page names in its body. */
    static void saw(Page page) {
        write(SEEN.resolve(page.evaluate("() => document.body.dataset.template ?? 'none'") + ".html"));
    }

    static void ran(Class<?> test) {
        write(RAN.resolve(test.getSimpleName() + ".java"));
    }

    /** Templates of whole pages that nobody has inspected. */
    static Set<String> missing() {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(InspectedPages::isPage)
                    .map(file -> TEMPLATES.relativize(file).toString())
                    .filter(template -> !Files.exists(SEEN.resolve(template)))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether all browser tests have run, and not just some of them. */
    static boolean complete() {
        try (Stream<Path> files = Files.list(TESTS)) {
            return files.map(Path::getFileName)
                    .filter(name -> name.toString().endsWith("BrowserIT.java"))
                    .allMatch(name -> Files.exists(RAN.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPage(Path file) {
        try {
            return file.toString().endsWith(".html")
                    && Files.readString(file).contains(":: page(")
                    && !file.endsWith("layout.html");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
