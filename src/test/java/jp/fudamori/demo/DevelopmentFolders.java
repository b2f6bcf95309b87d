package jp.fudamori.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * Where the development server keeps what lasts between starts.
 *
 * @param root an absolute path, {@code data} of the working copy as a rule
 */
record DevelopmentFolders(Path root) {

    DevelopmentFolders {
        root = root.toAbsolutePath().normalize();
    }

    /** Removes what an earlier server left; the lock stays. */
    void empty() {
        OrphanedPostgres.clearAway(postgres());
        try (var children = Files.list(root)) {
            for (var child : children.filter(path -> !path.equals(lock())).toList()) {
                FileSystemUtils.deleteRecursively(child);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** Programs of PostgreSQL, unpacked from their Maven artifact. */
    Path postgresPrograms() {
        return root.resolve("postgres-programs");
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path mail() {
        return root.resolve("mail");
    }

    Path ca() {
        return root.resolve("ca");
    }

    /** Key and certificate of the port at which terminals renew. */
    Path tls() {
        return root.resolve("tls");
    }

    Path secrets() {
        return root.resolve("secrets");
    }

    /** Addresses and accounts for scripts. */
    Path demoFile() {
        return root.resolve("demo.json");
    }
}
