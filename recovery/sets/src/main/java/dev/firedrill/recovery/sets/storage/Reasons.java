package dev.firedrill.recovery.sets.storage;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Failures of files in words: the file system's own message is often a path and nothing else. */
public final class Reasons {
    private Reasons() {}

    /** Why {@code failure} happened. */
    public static String of(Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " is not there";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be used by this user";
        }
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** {@code name} without characters that would upset a terminal or a log, and not too long. */
    public static String printable(String name) {
        String clean = name.replaceAll("[^\\x20-\\x7e]", "?");
        return clean.length() <= 120
                ? clean
                : clean.substring(0, 120) + String.format(Locale.ROOT, "… (%d)", name.length());
    }
}
