package jp.fudamori.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Lets one development server at a time work in a folder. The lock goes with the program, however that ends. */
final class DevelopmentLock implements AutoCloseable {

    private final FileChannel file;

    private DevelopmentLock(FileChannel file) {
        this.file = file;
    }

    /** @return empty where another server holds the lock */
    static Optional<DevelopmentLock> take(DevelopmentFolders folders) {
        SecretFile.createFolder(folders.root());
        try {
            return take(folders.lock());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<DevelopmentLock> take(Path path) throws IOException {
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(file).isEmpty()) {
            file.close();
            return Optional.empty();
        }
        return Optional.of(new DevelopmentLock(file));
    }

    private static Optional<FileLock> lock(FileChannel file) throws IOException {
        try {
            return Optional.ofNullable(file.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
