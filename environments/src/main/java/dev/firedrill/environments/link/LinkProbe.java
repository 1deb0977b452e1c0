package dev.firedrill.environments.link;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.Witness;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sees for itself what a link does, by one connection through it and, where silence could have another cause, one past
 * it. It never asks the proxy.
 *
 * @param name what the link is called
 * @param link where the link listens
 * @param store where it leads
 */
record LinkProbe(String name, InetSocketAddress link, InetSocketAddress store) {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LEAST_SILENCE = Duration.ofMillis(300);
    /** A link that is not cut is looked at as often, and for as long, before it is said to be open. */
    private static final int LEAST_LOOKS = 6;

    private static final long LEAST_NANOS = Duration.ofMillis(100).toNanos();
    /** More than this many answers are not asked for; a limit beyond them cannot be seen by probing. */
    private static final long MOST_ANSWERS = 10_000;

    Witness cut() {
        String fault = "the link " + name + " is cut";
        AtomicInteger looks = new AtomicInteger();
        long start = System.nanoTime();
        // A connection may be taken in the very moment in which the port closes; a later one is not.
        ConnectionProbe through = Wait.until(
                "the link " + name + " to be cut",
                Patience.START,
                () -> ConnectionProbe.on(link, PATIENCE),
                seen -> looksCut(seen)
                        || looks.incrementAndGet() >= LEAST_LOOKS && System.nanoTime() - start >= LEAST_NANOS);
        return witness(fault, looksCut(through), "through the link: " + through);
    }

    private boolean looksCut(ConnectionProbe through) {
        // A port that another layer keeps open (a container's) takes connections and hangs up.
        return !through.connected()
                || through.reaction() == ConnectionProbe.Reaction.HUNG_UP
                        && ConnectionProbe.on(store, PATIENCE).reaction() == ConnectionProbe.Reaction.ANSWERED;
    }

    Witness silence() {
        ConnectionProbe past = ConnectionProbe.on(store, PATIENCE);
        Duration longer = past.after().multipliedBy(10);
        ConnectionProbe through =
                ConnectionProbe.on(link, longer.compareTo(LEAST_SILENCE) > 0 ? longer : LEAST_SILENCE);
        return witness(
                "the link " + name + " lets nothing through",
                past.reacted() && through.connected() && !through.reacted(),
                compared(through, past));
    }

    Witness delay(Duration delay) {
        ConnectionProbe past = ConnectionProbe.on(store, PATIENCE);
        ConnectionProbe through = ConnectionProbe.on(link, PATIENCE.plus(delay.multipliedBy(4)));
        return witness(
                "the link " + name + " holds everything back for " + delay.toMillis() + " ms",
                past.reacted() && through.reacted() && through.after().compareTo(delay) >= 0,
                compared(through, past));
    }

    Witness endAfter(long bytes) {
        String fault = "the link " + name + " ends connections after " + bytes + " bytes from the store";
        ConnectionProbe one = ConnectionProbe.on(store, PATIENCE);
        // Twice what is needed: later answers over one connection can be shorter than the first.
        long answers = one.bytes() == 0 ? 0 : 2 * (bytes / one.bytes()) + 2;
        if (answers == 0 || answers > MOST_ANSWERS) {
            return witness(fault, false, "");
        }
        ConnectionProbe past = ConnectionProbe.on(store, PATIENCE, (int) answers);
        ConnectionProbe through = ConnectionProbe.on(link, PATIENCE, (int) answers);
        return witness(
                fault, through.ended() && through.bytes() <= bytes && past.bytes() > bytes, compared(through, past));
    }

    private static Witness witness(String fault, boolean convincing, String seen) {
        return new Witness(fault, convincing ? seen : "");
    }

    private static String compared(ConnectionProbe through, ConnectionProbe past) {
        return "through the link: " + through + "; past it: " + past;
    }
}
