package dev.firedrill.recovery.sets.storage;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Where sets are kept. Keys are names joined by slashes ({@link dev.firedrill.recovery.sets.format.KeyNames}). What is created
 * is whole and survives a power cut when the call returns, and nobody sees half of it before. Every method throws
 * {@link dev.firedrill.recovery.sets.problem.StoreUnavailable} when the storage does not answer or is full.
 */
public interface Storage {
    /**
     * Creates a file.
     *
     * @throws dev.firedrill.recovery.sets.problem.SetRefused when there is one with this key: nothing is ever overwritten
     */
    void create(String key, Content content);

    /** Writes a file whether or not there is one, for status, which is no part of a set. */
    void replace(String key, byte[] content);

    /**
     * The bytes of a file.
     *
     * @throws dev.firedrill.recovery.sets.problem.VerificationFailed when there is none, or it is a link
     */
    InputStream open(String key);

    /** Whether there is a file with this key. */
    boolean exists(String key);

    /**
     * All files below a folder, sorted by key, those with names that nobody should have written included.
     *
     * @throws dev.firedrill.recovery.sets.problem.VerificationFailed when something there is neither folder nor file
     */
    List<StoredFile> list(String folder);

    /** The names of the folders in a folder, sorted; in the storage itself when {@code folder} is empty. */
    List<String> folders(String folder);

    /** Removes a file; does nothing when there is none. Folders that become empty go with it. */
    void delete(String key);

    /**
     * Takes a lock that other processes on this storage respect.
     *
     * @param shared whether others may share it
     * @return empty when somebody else holds it
     */
    Optional<StorageLock> tryLock(String name, boolean shared);

    /** Removes what processes that are gone were writing when they went. */
    void sweep();

    /** Where this is, for messages; without credentials. */
    String describe();
}
