package dev.firedrill.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/**
 * Writes {@code journal.ndjson}: one line an event, only ever appended, on disk before {@link #write} returns, without
 * secrets. A journal that a killed drill left behind is continued on a line of its own. Safe for use by several threads.
 */
public final class JournalWriter implements AutoCloseable {
    /** The file's name in a drill's folder. */
    public static final String NAME = "journal.ndjson";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private final Path file;
    private final String drill;
    private final Clock clock;
    private final Redactor redactor;
    private final OutputStream stream;
    private long seq;

    private JournalWriter(
            Path file, String drill, Clock clock, Redactor redactor, OutputStream stream, long alreadyWritten) {
        this.file = file;
        this.drill = drill;
        this.clock = clock;
        this.redactor = redactor;
        this.stream = stream;
        this.seq = alreadyWritten;
    }

    /** Opens the journal in the folder {@code out}, which is created when it is absent. */
    public static JournalWriter open(Path out, String drill, Clock clock, Redactor redactor) {
        Path file = out.resolve(NAME);
        try {
            Files.createDirectories(out);
            long lines = endLastLine(file);
            OutputStream stream = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new JournalWriter(file, drill, clock, redactor, stream, lines);
        } catch (IOException e) {
            throw new ResultsNotWritten(file, e);
        }
    }

    /** Appends {@code event} with the present time and the next number. */
    public synchronized void write(JournalEvent event) {
        ObjectNode line = MAPPER.createObjectNode()
                .put("at", clock.instant().toString())
                .put("seq", seq + 1)
                .put("drill", drill)
                .put("scenario", event.scenario())
                .put("kind", event.kind())
                .put("store", event.store())
                .put("what", event.what());
        event.facts().forEach((name, value) -> line.set(name, MAPPER.valueToTree(value)));
        try {
            // One call a line: a reader, or the next drill after a kill, finds whole lines.
            stream.write((MAPPER.writeValueAsString(redactor.redact(line)) + "\n").getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the event '" + event.kind() + "' cannot be written as JSON", e);
        } catch (IOException e) {
            throw new ResultsNotWritten(file, e);
        }
        seq++;
    }

    @Override
    public synchronized void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new ResultsNotWritten(file, e);
        }
    }

    /** Makes sure that the next line begins at the start of a line; returns how many lines there are. */
    private static long endLastLine(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        byte[] written = Files.readAllBytes(file);
        long lines = 0;
        for (byte octet : written) {
            lines += octet == '\n' ? 1 : 0;
        }
        if (written.length > 0 && written[written.length - 1] != '\n') {
            Files.write(file, new byte[] {'\n'}, StandardOpenOption.APPEND);
            return lines + 1;
        }
        return lines;
    }
}
