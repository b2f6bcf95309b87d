package jp.fudamori.demo;

import java.nio.file.Path;

/**
 * Where the development server keeps what lasts between starts.
 *
 * @param root an absolute path, {@code data} of the working copy as a rule
 */
record DevelopmentFolders(Path root) {

    DevelopmentFolders {
        root = root.toAbsolutePath().normalize();
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

    Path secrets() {
        return root.resolve("secrets");
    }

    /** Addresses and accounts for scripts. */
    Path demoFile() {
        return root.resolve("demo.json");
    }
}
