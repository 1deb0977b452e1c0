package dev.firedrill.scenarios.action;

import dev.firedrill.environments.role.system.CrashPoints;
import dev.firedrill.scenarios.run.ScenarioRun;
import dev.firedrill.workload.history.VariantChanges;

/**
 * PackageVariants get something to do while the package cache is being rebuilt: the rebuild stands still after its first
 * package revision, all of them are told to take over their packages and to follow a new edition, and whoever goes on with
 * the rebuild finds both unfinished.
 */
public final class RebuildRace {
    private static final String FIRST_REVISION = "cache.inserted";

    private RebuildRace() {}

    /** @param edition of the blueprint; published in the history */
    public static void letVariantsFollow(ScenarioRun run, int edition) {
        run.recovery().startOrchestrator(run.claims().need(CrashPoints.class).stopAt(FIRST_REVISION));
        run.journal().await(FIRST_REVISION);
        VariantChanges.adoptAndFollow(run.workbench(), edition);
        run.system().kill();
    }
}
