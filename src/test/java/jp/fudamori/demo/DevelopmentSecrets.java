package jp.fudamori.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** The secrets that the server demands, made at the first start: one file each, named like its setting. */
final class DevelopmentSecrets {

    static final String DATABASE_PASSWORD = "spring.datasource.password";
    static final String SEAL_KEY = "fudamori.seal.key";
    static final String CA_KEYSTORE_PASSWORD = "fudamori.ca.keystore-password";
    static final String TLS_KEYSTORE_PASSWORD = "spring.ssl.bundle.jks.download.keystore.password";
    static final String ADMINISTRATOR_PASSWORD = "fudamori.account.administrator-password";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    private DevelopmentSecrets(Path folder) {
        this.folder = folder;
    }

    static DevelopmentSecrets keptIn(DevelopmentFolders folders) {
        SecretFile.createFolder(folders.secrets());
        var secrets = new DevelopmentSecrets(folders.secrets());
        secrets.makeOnce(DATABASE_PASSWORD, RandomPassword::next);
        secrets.makeOnce(SEAL_KEY, DevelopmentSecrets::randomKey);
        secrets.makeOnce(CA_KEYSTORE_PASSWORD, RandomPassword::next);
        secrets.makeOnce(TLS_KEYSTORE_PASSWORD, RandomPassword::next);
        secrets.makeOnce(ADMINISTRATOR_PASSWORD, RandomPassword::next);
        return secrets;
    }

    String read(String setting) {
        try {
            return Files.readString(folder.resolve(setting));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the password of a demo account, made when it is first asked for. */
    String passwordOf(String account) {
        var setting = "fudamori.development.password." + account;
        makeOnce(setting, RandomPassword::next);
        return read(setting);
    }

    private void makeOnce(String setting, Supplier<String> value) {
        var file = folder.resolve(setting);
        if (Files.notExists(file)) {
            SecretFile.write(file, value.get());
        }
    }

    private static String randomKey() {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
