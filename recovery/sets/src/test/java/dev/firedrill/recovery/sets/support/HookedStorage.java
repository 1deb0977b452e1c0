package dev.firedrill.recovery.sets.support;

import dev.firedrill.recovery.sets.storage.Content;
import dev.firedrill.recovery.sets.storage.Storage;
import dev.firedrill.recovery.sets.storage.StorageLock;
import dev.firedrill.recovery.sets.storage.StoredFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A storage that tells each step of what it writes before it is done, while it is done, and after it is done. */
public final class HookedStorage implements Storage {
    private final Storage storage;
    private final Consumer<String> step;

    public HookedStorage(Storage storage, Consumer<String> step) {
        this.storage = storage;
        this.step = step;
    }

    @Override
    public void create(String key, Content content) {
        step.accept("before " + key);
        storage.create(key, out -> content.writeTo(new Telling(out, key)));
        step.accept("after " + key);
    }

    @Override
    public void replace(String key, byte[] content) {
        step.accept("before " + key);
        storage.replace(key, content);
    }

    @Override
    public void delete(String key) {
        storage.delete(key);
        step.accept("deleted " + key);
    }

    @Override
    public InputStream open(String key) {
        step.accept("open " + key);
        return storage.open(key);
    }

    @Override
    public boolean exists(String key) {
        return storage.exists(key);
    }

    @Override
    public List<StoredFile> list(String folder) {
        return storage.list(folder);
    }

    @Override
    public List<String> folders(String folder) {
        return storage.folders(folder);
    }

    @Override
    public Optional<StorageLock> tryLock(String name, boolean shared) {
        return storage.tryLock(name, shared);
    }

    @Override
    public void sweep() {
        storage.sweep();
    }

    @Override
    public String describe() {
        return storage.describe();
    }

    private final class Telling extends FilterOutputStream {
        private final String key;

        Telling(OutputStream out, String key) {
            super(out);
            this.key = key;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            out.flush();
            step.accept("while " + key);
        }
    }
}
