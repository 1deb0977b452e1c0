package dev.firedrill.recovery.git.tree;

import dev.firedrill.recovery.git.transport.GitFailure;
import dev.firedrill.recovery.git.tree.Omissions.Reason;
import dev.firedrill.recovery.model.GitView.Obstacle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Reads files as text, each once for all revisions that hold it. What is too large is looked at through a window and never
 * held, and a repository that holds more text than this process has room for is refused by itself.
 */
public final class GitText {
    /** In bytes; what users may write is bounded alike. */
    static final int LARGEST_FILE = 8 * 1024 * 1024;

    private static final int SNIFFED = 8 * 1024;
    /** Of the largest heap, in bytes of all texts that one look reads. */
    private static final long SHARE_OF_HEAP = 4;

    private final ObjectReader reader;
    private final String url;
    private final Map<ObjectId, Optional<String>> known = new HashMap<>();
    private long room = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;

    GitText(ObjectReader reader, String url) {
        this.reader = reader;
        this.url = url;
    }

    /** The text of a file; what is none, or is too large, is told to {@code otherwise}. */
    Optional<String> read(ObjectId id, Consumer<Reason> otherwise) throws IOException, GitFailure {
        Optional<String> before = known.get(id);
        if (before != null) {
            if (before.isEmpty()) {
                otherwise.accept(Reason.NOT_TEXT);
            }
            return before;
        }
        ObjectLoader file = reader.open(id, Constants.OBJ_BLOB);
        if (file.getSize() > LARGEST_FILE) {
            otherwise.accept(startsBinary(file) ? Reason.NOT_TEXT : Reason.SIZE);
            return Optional.empty();
        }
        room -= file.getSize();
        if (room < 0) {
            throw new GitFailure(
                    Obstacle.TOO_LARGE,
                    "git repository " + GitFailure.withoutSecret(url)
                            + " holds more text in its packages than this process"
                            + " has memory for; divide it among several Repositories, or give the process a larger heap"
                            + " (-Xmx).");
        }
        Optional<String> text = text(file.getCachedBytes(LARGEST_FILE));
        known.put(id.copy(), text);
        if (text.isEmpty()) {
            otherwise.accept(Reason.NOT_TEXT);
        }
        return text;
    }

    /** Whether {@code id} is a file that a draft's content can hold. */
    static boolean isHeld(ObjectReader reader, ObjectId id) throws IOException {
        ObjectLoader file = reader.open(id, Constants.OBJ_BLOB);
        return file.getSize() <= LARGEST_FILE
                && text(file.getCachedBytes(LARGEST_FILE)).isPresent();
    }

    private static boolean startsBinary(ObjectLoader file) throws IOException {
        try (InputStream stream = file.openStream()) {
            for (byte b : stream.readNBytes(SNIFFED)) {
                if (b == 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The text in UTF-8 without NUL; empty for everything else, which the cache's text columns cannot hold. */
    private static Optional<String> text(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return Optional.empty();
            }
        }
        return decoded(bytes);
    }

    /** The text of bytes that are UTF-8; empty for others. */
    static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
