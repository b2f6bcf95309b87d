package jp.fudamori.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentServerTest {

    /** {@code mvn spring-boot:test-run} starts the one main class that it finds among the tests. */
    @Test
    void isTheOnlyMainClassOfTheTests() {
        var mains = new ClassFileImporter()
                .withImportOption(new OnlyIncludeTests()).importPackages("jp.fudamori").stream()
                        .filter(type ->
                                type.tryGetMethod("main", String[].class).isPresent());

        assertThat(mains).extracting(JavaClass::getName).containsExactly(DevelopmentServer.class.getName());
    }

    @Test
    void hasItsFolderForItself(@TempDir Path root) {
        var folders = new DevelopmentFolders(root);

        try (var first = DevelopmentLock.take(folders).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(DevelopmentLock.take(folders)).isEmpty();
        }

        assertThat(DevelopmentLock.take(folders)).isPresent().get().satisfies(DevelopmentLock::close);
    }
}
