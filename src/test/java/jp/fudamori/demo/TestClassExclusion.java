package jp.fudamori.demo;

import java.io.IOException;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps the fixtures of tests out of the development server, whose class path they share. */
final class TestClassExclusion extends TypeExcludeFilter {

    private static final String TEST_CLASSES = DevelopmentServer.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toString();

    @Override
    public boolean match(MetadataReader candidate, MetadataReaderFactory readers) throws IOException {
        return candidate.getResource().getURL().toString().startsWith(TEST_CLASSES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TestClassExclusion;
    }

    @Override
    public int hashCode() {
        return TestClassExclusion.class.hashCode();
    }
}
