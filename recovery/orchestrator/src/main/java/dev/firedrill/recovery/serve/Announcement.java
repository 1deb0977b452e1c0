package dev.firedrill.recovery.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Says where the API listens, in one line of JSON. */
final class Announcement {
    private Announcement() {}

    static String line(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return JsonNodeFactory.instance
                .objectNode()
                .put("listening", bracketed + ":" + address.getPort())
                .put("pid", ProcessHandle.current().pid())
                .toString();
    }

    /** Writes the line so that a reader that waits for the file never sees half of it. */
    static void write(Path file, String line) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        Path draft = Files.createTempFile(directory, ".listening", ".json");
        Files.writeString(draft, line + "\n");
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
