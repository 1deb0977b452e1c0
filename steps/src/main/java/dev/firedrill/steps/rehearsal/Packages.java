package dev.firedrill.steps.rehearsal;

import dev.firedrill.fixtures.history.RevisionClass;
import dev.firedrill.fixtures.history.StandardHistory;
import dev.firedrill.fixtures.world.RevisionId;

/** The package revisions of the standard history, by the names that scenarios use. */
public final class Packages {
    private Packages() {}

    /** The only revision of a package of the repository that holds one package for each way of changing. */
    public static RevisionId named(String packageName) {
        return new RevisionId(StandardHistory.PACKAGES, packageName, RevisionClass.WORKSPACE);
    }
}
