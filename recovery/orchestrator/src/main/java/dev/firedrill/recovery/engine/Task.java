package dev.firedrill.recovery.engine;

import java.util.List;

/** How a package revision is made. */
public sealed interface Task {
    /** A new package with nothing but its Kptfile, its context and a README. */
    record Init(String description, String site, List<String> keywords) implements Task {
        public Init {
            keywords = List.copyOf(keywords);
        }
    }

    /**
     * A copy of a package revision of another package, which stays its upstream.
     *
     * @param source the name of the upstream package revision
     */
    record Clone(String source) implements Task {}

    /**
     * A new draft of a package from one of its published revisions.
     *
     * @param source the name of that revision
     */
    record Edit(String source) implements Task {}

    /**
     * A new draft of a package with what changed upstream between two revisions.
     *
     * @param oldUpstream the upstream revision that {@code local} was made from
     * @param newUpstream the upstream revision to follow
     * @param local the published revision of the package that is upgraded
     */
    record Upgrade(String oldUpstream, String newUpstream, String local) implements Task {}
}
