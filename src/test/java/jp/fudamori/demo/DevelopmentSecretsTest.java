package jp.fudamori.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentSecretsTest {

    @TempDir
    private Path root;

    @Test
    void areMadeOnceAndKept() {
        var first = secrets().passwordOf("clinic1");

        assertThat(secrets().passwordOf("clinic1")).isEqualTo(first);
        assertThat(secrets().passwordOf("clinic2")).isNotEqualTo(first);
    }

    @Test
    void areReadableForTheirOwnerAlone() throws Exception {
        secrets();

        try (var files = Files.list(root.resolve("secrets"))) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Test
    void sealWithAKeyOf32Bytes() {
        assertThat(Base64.getDecoder().decode(secrets().read(DevelopmentSecrets.SEAL_KEY)))
                .hasSize(32);
    }

    @Test
    void sufficeForThePasswordPolicy() {
        assertThat(RandomPassword.next())
                .hasSizeGreaterThanOrEqualTo(13)
                .matches(".*[A-Z].*")
                .matches(".*[a-z].*")
                .matches(".*[2-9].*")
                .doesNotContainPattern("[0O1Il]");
    }

    private DevelopmentSecrets secrets() {
        return DevelopmentSecrets.keptIn(new DevelopmentFolders(root));
    }
}
