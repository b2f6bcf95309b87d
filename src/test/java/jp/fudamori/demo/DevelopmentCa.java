package jp.fudamori.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;
import java.util.List;
import jp.fudamori.MovableClock;
import jp.fudamori.ca.KeyAlgorithm;
import jp.fudamori.ca.KeyCeremony;
import jp.fudamori.ca.KeyCeremony.Generation;
import jp.fudamori.ca.Publication;
import org.springframework.util.FileSystemUtils;

/** The certificate authority of a development server: a root and one issuing generation, made at the first start. */
final class DevelopmentCa {

    private static final String KEYSTORE = "ca.p12";
    private static final String ROOT = "root-g1";
    private static final String ISSUING = "issuing-g1";

    private final Path folder;
    private final Publication publication;

    /** @param web address of the server, without a slash at the end */
    DevelopmentCa(Path folder, String web) {
        this.folder = folder;
        this.publication = new Publication(URI.create(web), List.of("1.3.6.1.4.1.32473.1.1", "0.4.0.2042.1.1"));
    }

    /** Makes the whole authority or, where one is there, nothing. */
    void createOnce(String password) {
        if (Files.exists(folder)) {
            return;
        }
        var draft = folder.resolveSibling(folder.getFileName() + ".new");
        try {
            FileSystemUtils.deleteRecursively(draft);
            SecretFile.createFolder(draft);
            holdCeremony(draft.resolve(KEYSTORE), password);
            Files.move(draft, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void holdCeremony(Path keystore, String password) {
        var clock = Clock.system(MovableClock.TOKYO);
        var ceremony = new KeyCeremony(keystore, password, "Fudamori Dev", publication, clock);
        ceremony.makeRoot(new Generation(ROOT, KeyAlgorithm.RSA_3072, Period.ofYears(20)));
        ceremony.makeIssuing(new Generation(ISSUING, KeyAlgorithm.RSA_3072, Period.ofYears(10)), ROOT);
    }

    /** The settings of the server that this authority stands for, as arguments of a command line. */
    List<String> asArguments() {
        return List.of(
                "--fudamori.ca.keystore=" + folder.resolve(KEYSTORE),
                "--fudamori.ca.issuing=" + ISSUING,
                "--fudamori.ca.profile.base-url=" + publication.baseUrl(),
                "--fudamori.ca.profile.policies=" + String.join(",", publication.policies()));
    }
}
