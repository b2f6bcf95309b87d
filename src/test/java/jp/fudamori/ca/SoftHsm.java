package jp.fudamori.ca;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * Tokens of SoftHSM2. They are all made before its library is loaded, which does not see later ones. Where its files
 * lie says the environment variable {@code SOFTHSM2_CONF}, which the build sets for tests.
 */
final class SoftHsm {

    static final String PIN = "pin-of-tests";

    private static final int TOKENS = 8;
    private static final Path HOME =
            Path.of(Objects.requireNonNull(System.getenv("SOFTHSM2_CONF"))).getParent();
    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final Pattern SLOT = Pattern.compile("slot (\\d+)");
    private static final Deque<SoftHsm> READY = make();

    private final Path directory;
    private final Path configuration;

    private SoftHsm(Path directory, Path configuration) {
        this.directory = directory;
        this.configuration = configuration;
    }

    private static Deque<SoftHsm> make() {
        try {
            FileSystemUtils.deleteRecursively(HOME);
            Files.createDirectories(HOME.resolve("tokens"));
            Files.writeString(
                    HOME.resolve("softhsm2.conf"),
                    "directories.tokendir = " + HOME.resolve("tokens") + "\nlog.level = ERROR\n");
            var tokens = new ArrayDeque<SoftHsm>();
            for (int i = 0; i < TOKENS; i++) {
                tokens.add(make("fudamori-" + i));
            }
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SoftHsm make(String label) throws IOException {
        var before = directories();
        var said = run("softhsm2-util", "--init-token", "--free", "--label", label, "--so-pin", "so-pin", "--pin", PIN);
        var slot = SLOT.matcher(said);
        assertThat(slot.find()).as(said).isTrue();
        var added = new HashSet<>(directories());
        added.removeAll(before);
        var configuration = Files.createDirectories(HOME.resolve(label)).resolve("token.cfg");
        Files.writeString(
                configuration, "name = %s\nlibrary = %s\nslot = %s\n".formatted(label, LIBRARY, slot.group(1)));
        return new SoftHsm(added.iterator().next(), configuration);
    }

    private static Set<Path> directories() throws IOException {
        try (var found = Files.list(HOME.resolve("tokens"))) {
            return found.collect(Collectors.toSet());
        }
    }

    private static String run(String... command) throws IOException {
        var process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A token nobody has used yet. */
    static synchronized SoftHsm token() {
        return READY.remove();
    }

    /** What SunPKCS11 wants to know. */
    Path configuration() {
        return configuration;
    }

    Vault vault() {
        return new TokenVault(configuration, PIN.toCharArray());
    }

    /** As if it were pulled out. */
    void remove() throws IOException {
        Files.move(directory, HOME.resolve("removed-" + directory.getFileName()));
    }

    void insert() throws IOException {
        Files.move(HOME.resolve("removed-" + directory.getFileName()), directory);
    }
}
