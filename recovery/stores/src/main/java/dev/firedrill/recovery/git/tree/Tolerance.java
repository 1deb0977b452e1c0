package dev.firedrill.recovery.git.tree;

import dev.firedrill.recovery.git.transport.GitFailure;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells an object that the server does not have whole from a damaged clone. A read that fails is first blamed on the clone,
 * which is made anew; a read that fails again is blamed on the server, and keeps nothing else from being read.
 */
public final class Tolerance {
    private final Set<String> beyondHope = new HashSet<>();
    private boolean blamesServer;

    /** Nothing here was read before: what fails from now on is the server's. */
    public void madeAnew() {
        blamesServer = true;
    }

    /** A new look at a clone that may have been damaged since. */
    public void lookAgain() {
        blamesServer = false;
    }

    /**
     * Reads one thing.
     *
     * @param what names the thing over several looks
     * @param otherwise told why it could not be read
     * @throws IOException when that may be the clone's fault
     */
    public void attempt(String what, Reading reading, Consumer<String> otherwise) throws IOException, GitFailure {
        try {
            reading.read();
        } catch (IOException e) {
            if (!blamesServer && !beyondHope.contains(what)) {
                throw e;
            }
            beyondHope.add(what);
            otherwise.accept(reason(e));
        } catch (RuntimeException | StackOverflowError e) {
            // Bytes that are no commit and no tree make the parsers fail in any way.
            otherwise.accept(reason(e));
        }
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : GitFailure.withoutSecret(message).replaceAll("\\p{Cntrl}+", " ");
    }

    /** Reads something that may not be readable. */
    @FunctionalInterface
    public interface Reading {
        void read() throws IOException, GitFailure;
    }
}
