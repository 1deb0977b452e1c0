package dev.firedrill.scenarios.plan;

import dev.firedrill.workload.history.RevisionClass;
import dev.firedrill.workload.history.StandardHistory;
import dev.firedrill.workload.world.RevisionId;

/** The package revisions of the standard history, by the names that scenarios use. */
public final class PackageNames {
    private PackageNames() {}

    /** The only revision of a package of the repository that holds one package for each way of changing. */
    public static RevisionId named(String packageName) {
        return new RevisionId(StandardHistory.PACKAGES, packageName, RevisionClass.WORKSPACE);
    }
}
