package dev.firedrill.environments.interlock;

import dev.firedrill.environments.process.Secrets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Stands between one store and everything that would destroy something in it. */
public final class Guard {
    private static final int NAMED_AT_MOST = 3;

    private final MarkedStore store;
    private final String nonce = Secrets.random();

    public Guard(MarkedStore store) {
        this.store = store;
    }

    /**
     * Takes an empty store, or one that a drill left which is dead by now.
     *
     * @throws InterlockRefused when it holds anything else; it is then as it was
     */
    public void claim() {
        Optional<String> found = store.marker();
        if (found.isPresent()) {
            requireDead(found.get());
            plantAndRead();
            store.wipe();
        } else {
            requireEmpty();
            plantAndRead();
        }
    }

    /**
     * Looks whether the store still is the one that was claimed.
     *
     * @param act what is about to happen to it, continuing the words "refused to"
     * @throws InterlockRefused when its marker is gone or another's
     */
    public void require(String act) {
        String seen = store.marker()
                .map(text -> Marker.parse(text)
                        .map(marker -> marker.nonce().equals(nonce) ? "" : "carries the marker of another drill")
                        .orElse("carries a marker that is not of Firedrill"))
                .orElse("does not carry this drill's marker any more");
        if (!seen.isEmpty()) {
            throw new InterlockRefused(
                    "Refused to " + act + " " + store.title() + ", and nothing in it was touched: it " + seen
                            + ", so it may not be the store that the drill was pointed at; find out who changed it, then start"
                            + " a new drill");
        }
    }

    /** Marks the data as others than before. */
    public void renew() {
        store.plant(Marker.of(nonce).text());
    }

    /** What the marker in the store says of the data. */
    public String incarnation() {
        return store.marker().flatMap(Marker::parse).map(Marker::incarnation).orElse("unmarked");
    }

    private void plantAndRead() {
        store.plant(Marker.of(nonce).text());
        require("work in");
    }

    private void requireEmpty() {
        List<String> foreign = store.foreign();
        if (!foreign.isEmpty()) {
            String named = foreign.stream().limit(NAMED_AT_MOST).collect(Collectors.joining(", "));
            int more = foreign.size() - NAMED_AT_MOST;
            throw new InterlockRefused(
                    "Refused to work in " + store.title() + ", and nothing in it was touched: it holds "
                            + named + (more > 0 ? " and " + more + " more" : "")
                            + ", which no drill of Firedrill put there; give a store with nothing in it");
        }
    }

    private void requireDead(String text) {
        Marker marker = Marker.parse(text)
                .orElseThrow(() -> new InterlockRefused("Refused to work in " + store.title()
                        + ", and nothing in it was touched: it carries a marker that Firedrill cannot read; to clear it"
                        + " by hand, " + store.byHand()));
        if (!marker.run().dead()) {
            throw new InterlockRefused("Refused to work in " + store.title()
                    + ", and nothing in it was touched: it belongs to the drill of process "
                    + marker.run().pid() + " on "
                    + marker.run().host()
                    + ", which runs or cannot be looked at from here; wait for it to end, or, when it surely has ended,"
                    + " to clear it by hand, " + store.byHand());
        }
    }
}
