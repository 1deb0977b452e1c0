package dev.firedrill.environments.link.toxiproxy;

import java.util.Map;

/**
 * How data are written: in pieces of at most {@code size} bytes, with a pause after each.
 *
 * @param reason the toxic that asks for it
 * @param nanosPerByte what each byte adds to the pause
 * @param nanosPerPiece what each piece adds to the pause
 */
record Pace(Toxic reason, int size, double nanosPerByte, long nanosPerPiece) {
    static final Pace UNHURRIED =
            new Pace(new Toxic("none", Toxic.Kind.BANDWIDTH, Stream.UPSTREAM, 0, Map.of()), Integer.MAX_VALUE, 0, 0);

    /** Both at once: the smaller pieces and the sum of the pauses. */
    Pace slower(Pace other) {
        return new Pace(
                other.reason,
                Math.min(size, other.size),
                nanosPerByte + other.nanosPerByte,
                nanosPerPiece + other.nanosPerPiece);
    }

    long pauseFor(int bytes) {
        return Math.round(bytes * nanosPerByte) + nanosPerPiece;
    }
}
