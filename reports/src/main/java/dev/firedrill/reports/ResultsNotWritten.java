package dev.firedrill.reports;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The results of a drill could not be written: a full disk, a folder without permission. The message is one sentence
 * for the user; what it means for the exit code is the caller's to say.
 */
public final class ResultsNotWritten extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says which file could not be written.
     *
     * @param cause why
     */
    public ResultsNotWritten(Path file, IOException cause) {
        super(
                file + " cannot be written (" + reason(cause)
                        + "): make room or grant access there, or name another folder with --out",
                cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "access denied";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "a file stands where a folder is needed";
        }
        String reason = cause instanceof FileSystemException system ? system.getReason() : cause.getMessage();
        return Objects.requireNonNullElse(reason, cause.getClass().getSimpleName());
    }
}
