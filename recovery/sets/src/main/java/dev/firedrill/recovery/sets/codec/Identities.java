package dev.firedrill.recovery.sets.codec;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import dev.firedrill.recovery.sets.problem.SetRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** The secret keys that open encrypted artefacts, from identity files of age. */
public final class Identities {
    private static final String PREFIX = "AGE-SECRET-KEY-1";

    private final List<RecipientStanzaReader> readers;

    private Identities(List<RecipientStanzaReader> readers) {
        this.readers = readers;
    }

    /** No key: only what is not encrypted can be opened. */
    public static Identities none() {
        return new Identities(List.of());
    }

    /**
     * The keys in files as {@code age-keygen} writes them.
     *
     * @throws SetRefused when a file cannot be read or has no key
     */
    public static Identities read(List<Path> files) {
        List<RecipientStanzaReader> readers = new ArrayList<>();
        for (Path file : files) {
            List<String> keys = lines(file).stream()
                    .map(String::trim)
                    .filter(line -> line.startsWith(PREFIX))
                    .toList();
            if (keys.isEmpty()) {
                throw new SetRefused("the file " + file + " has no line that begins with " + PREFIX
                        + "; give the file that 'age-keygen' wrote");
            }
            keys.forEach(key -> readers.add(reader(key, file)));
        }
        return new Identities(readers);
    }

    /** Whether there is any key. */
    public boolean isEmpty() {
        return readers.isEmpty();
    }

    /**
     * The plain bytes of a stream in the age format.
     *
     * @throws IOException when no key fits, or the stream is damaged
     */
    InputStream decrypting(InputStream in) throws IOException {
        try {
            return Channels.newInputStream(
                    new StandardDecryptingChannelFactory().newDecryptingChannel(Channels.newChannel(in), readers));
        } catch (GeneralSecurityException e) {
            throw new IOException("none of the keys opens it", e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new SetRefused("the identity file " + file + " cannot be read; correct --identity");
        }
    }

    private static RecipientStanzaReader reader(String key, Path file) {
        try {
            return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The cause may quote the key.
            throw new SetRefused("a key in the file " + file + " is damaged");
        }
    }
}
