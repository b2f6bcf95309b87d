package jp.fudamori.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which templates the browser tests of this run have inspected, and which there are. */
public final class InspectedPages {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Set<String> TESTS = new ConcurrentSkipListSet<>();
    private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

    private InspectedPages() {}

    /** Writes down the template that the page names in its body. */
    static void saw(Page page) {
        SEEN.add((String) page.evaluate("() => document.body.dataset.template ?? ''"));
    }

    static void ran(Class<?> test) {
        TESTS.add(test.getSimpleName());
    }

    /** Templates of whole pages that nobody has inspected yet. */
    public static Set<String> missing() {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(InspectedPages::isPage)
                    .map(file -> TEMPLATES.relativize(file).toString().replace(".html", ""))
                    .filter(template -> !SEEN.contains(template))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether all browser tests were part of this run, and not just some of them. */
    public static boolean complete() {
        try (Stream<Path> files = Files.list(Path.of("src/test/java/jp/fudamori/browser"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("BrowserIT.java"))
                    .allMatch(name -> TESTS.contains(name.replace(".java", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPage(Path file) {
        try {
            return file.toString().endsWith(".html")
                    && (Files.readString(file).contains("layout :: page(") && !file.endsWith("layout.html")
                            || file.endsWith("download.html"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
