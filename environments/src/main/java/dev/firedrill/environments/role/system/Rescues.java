package dev.firedrill.environments.role.system;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Ability of a system to keep what it takes out of the package cache, and to give it back. */
public interface Rescues {
    /**
     * A package revision in a rescue set, as an operator is shown it.
     *
     * @param name its name in the package cache
     * @param contentHash the SHA-256 of what {@code sha256sum} prints for its files in the order of their names
     * @param others everything else that is said of it, apart from when it was taken out
     */
    record Rescued(
            String name,
            String lifecycle,
            int revision,
            String contentHash,
            SortedMap<String, String> labels,
            SortedMap<String, String> annotations,
            Map<String, String> others) {}

    /**
     * A package revision that was brought back.
     *
     * @param was the name under which it was taken out
     * @param now the name of the draft that it is now
     */
    record Returned(String was, String now) {}

    /** The rescue sets that were opened after {@code since}, by the ids that an operator names them by. */
    List<String> sets(Instant since);

    /** What a set holds. */
    List<Rescued> show(String set);

    /** Brings everything of a set back as drafts; a set that is gone brings nothing. */
    List<Returned> restore(String set);

    /** What the system says when it does not bring a set back; empty when it does. */
    Optional<String> refusalToRestore(String set);
}
