package dev.firedrill.environments.link.toxiproxy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One disturbance of one direction.
 *
 * @param name unique within a proxy
 * @param kind what it does
 * @param stream which direction it disturbs
 * @param toxicity 1 for every connection, 0 for none
 * @param attributes its numbers, by Toxiproxy's names; times in milliseconds unless said otherwise
 */
record Toxic(String name, Kind kind, Stream stream, double toxicity, Map<String, Long> attributes) {
    /** What a toxic does, and the attributes that it has. */
    enum Kind {
        /** Delays each piece by {@code latency}. */
        LATENCY("latency", "jitter"),
        /** Lets {@code rate} KB through in a second. */
        BANDWIDTH("rate"),
        /** Puts off the end of a connection by {@code delay}. */
        SLOW_CLOSE("delay"),
        /** Lets nothing through and ends the connection after {@code timeout}, or never when that is 0. */
        TIMEOUT("timeout"),
        /** Resets the connection {@code timeout} after the first piece. */
        RESET_PEER("timeout"),
        /** Cuts data into pieces of {@code average_size} bytes with {@code delay} microseconds between them. */
        SLICER("average_size", "size_variation", "delay"),
        /** Ends the connection once {@code bytes} went through. */
        LIMIT_DATA("bytes");

        private final List<String> attributes;

        Kind(String... attributes) {
            this.attributes = List.of(attributes);
        }

        static Kind of(String name) {
            for (Kind kind : values()) {
                if (kind.toString().equals(name)) {
                    return kind;
                }
            }
            throw new BadRequest("invalid toxic type " + name);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Toxic {
        if (toxicity != 0 && toxicity != 1) {
            throw new BadRequest("toxicity " + toxicity + " leaves to chance which connections suffer; use 0 or 1");
        }
        attributes.forEach((attribute, value) -> {
            if (!kind.attributes.contains(attribute)) {
                throw new BadRequest(kind + " has no attribute " + attribute);
            }
            if (value < 0) {
                throw new BadRequest(attribute + " of " + kind + " is negative");
            }
            if (value != 0 && (attribute.equals("jitter") || attribute.equals("size_variation"))) {
                throw new BadRequest(attribute + " leaves to chance what happens; only 0 is offered here");
            }
        });
        attributes = Map.copyOf(attributes);
    }

    long attribute(String attribute) {
        return attributes.getOrDefault(attribute, 0L);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
