package dev.firedrill.environments.link.toxiproxy;

import java.util.Locale;

/** A direction, in Toxiproxy's words. */
enum Stream {
    /** From the client to the server. */
    UPSTREAM,
    /** From the server to the client. */
    DOWNSTREAM;

    static Stream of(String name) {
        for (Stream stream : values()) {
            if (stream.toString().equals(name)) {
                return stream;
            }
        }
        throw new BadRequest("stream '" + name + "' is neither upstream nor downstream");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
