package dev.firedrill.steps.rehearsal;

import dev.firedrill.environments.role.Outage;
import dev.firedrill.environments.role.Rewindable;
import dev.firedrill.environments.role.StoreRole;
import dev.firedrill.fixtures.history.GitSeeder;
import dev.firedrill.fixtures.history.Story;
import dev.firedrill.steps.drill.ScenarioFindings;
import dev.firedrill.steps.laboratory.Laboratory;
import dev.firedrill.vocabulary.Fate;
import dev.firedrill.vocabulary.Store;
import dev.firedrill.vocabulary.Witness;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The disaster itself: cuts the stores off that it concerns, and puts what the fates ask for in their place. Each fate is
 * witnessed by the identity that the store's data carry, which no restore and no replacement leaves as it was.
 */
final class Strike implements AutoCloseable {
    private final Laboratory laboratory;
    private final Story story;
    private final Map<Store, Fate> fates = new EnumMap<>(Store.class);
    private final ScenarioFindings findings;
    private final List<Outage> outages = new ArrayList<>();

    Strike(Laboratory laboratory, Story story, Fate controlPlane, Fate git, Fate database, ScenarioFindings findings) {
        this.laboratory = laboratory;
        this.story = story;
        this.findings = findings;
        fates.put(Store.CONTROL_PLANE, controlPlane);
        fates.put(Store.GIT, git);
        fates.put(Store.DATABASE, database);
    }

    /** Cuts the concerned stores off; a cluster that is lost takes the orchestrator with it. */
    void cutOff() {
        if (fates.get(Store.CONTROL_PLANE) instanceof Fate.Lost) {
            laboratory.stopOrchestrator();
        }
        concerned().forEach(store -> {
            Outage outage = laboratory.linkTo(store).cut();
            outages.add(outage);
            findings.witness(outage.witness());
        });
    }

    /** The stores that do not stay as they are. */
    List<Store> concerned() {
        return fates.entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof Fate.Intact))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Gives one store its fate. */
    void restore(Store store) {
        Fate fate = fates.get(store);
        StoreRole role = role(store);
        String before = role.incarnation();
        if (fate instanceof Fate.Lost) {
            role.lose();
            if (store == Store.GIT) {
                refound();
            }
        } else if (fate instanceof Fate.Restored restored) {
            rewindable(store).rewindTo(restored.point());
        }
        String after = role.incarnation();
        String seen = before.equals(after) ? "" : "its data were " + before + " before and are " + after + " after";
        findings.witness(new Witness("the " + store.title() + " is " + fate, seen));
    }

    /** Lets the orchestrator reach its stores again. */
    @Override
    public void close() {
        outages.forEach(Outage::close);
        outages.clear();
    }

    /** What whoever runs a git server does first after losing it: empty repositories with their package branch. */
    private void refound() {
        GitSeeder seeder = new GitSeeder(laboratory.git().address());
        story.repositories().forEach(repository -> {
            laboratory.git().create(repository);
            seeder.createBranch(repository);
        });
    }

    private StoreRole role(Store store) {
        return switch (store) {
            case CONTROL_PLANE -> laboratory.controlPlane();
            case GIT -> laboratory.git();
            case DATABASE -> laboratory.database();
        };
    }

    private Rewindable rewindable(Store store) {
        return switch (store) {
            case CONTROL_PLANE -> laboratory.controlPlane();
            case GIT -> laboratory.git();
            case DATABASE -> laboratory.database();
        };
    }
}
