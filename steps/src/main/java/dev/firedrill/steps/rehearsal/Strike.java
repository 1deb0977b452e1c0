package dev.firedrill.steps.rehearsal;

import dev.firedrill.environments.role.Outage;
import dev.firedrill.environments.role.StoreRole;
import dev.firedrill.fixtures.history.GitSeeder;
import dev.firedrill.reports.result.Disaster;
import dev.firedrill.steps.drill.ScenarioFindings;
import dev.firedrill.steps.laboratory.Laboratory;
import dev.firedrill.vocabulary.Fate;
import dev.firedrill.vocabulary.RecoveryPoint;
import dev.firedrill.vocabulary.Store;
import dev.firedrill.vocabulary.Witness;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The disaster itself: cuts the stores off that it concerns, and puts what the fates ask for in their place. Each fate is
 * witnessed by the identity that the store's data carry, which no restore and no replacement leaves as it was.
 */
final class Strike implements AutoCloseable {
    private final Laboratory laboratory;
    private final ScenarioFindings findings;
    private final Map<Store, Fate> fates;
    private final Map<Store, Outage> outages = new EnumMap<>(Store.class);
    private final GitDamage damage;
    private final String describedGit;
    private final Particulars particulars;

    Strike(Laboratory laboratory, Course course, ScenarioFindings findings) {
        this.laboratory = laboratory;
        this.findings = findings;
        fates = course.fates();
        particulars = course.particulars();
        damage = new GitDamage(laboratory.git(), particulars.repositories(), findings);
        describedGit = course.gitInWords();
        findings.planned(new Disaster(
                course.controlPlane().toString(),
                describedGit,
                course.database().toString()));
    }

    /** Cuts the concerned stores off; a cluster that is lost takes the orchestrator with it. */
    void cutOff() {
        if (fates.get(Store.CONTROL_PLANE) instanceof Fate.Lost) {
            laboratory.endOrchestrator();
        }
        concerned().forEach(store -> {
            Outage outage = laboratory.linkTo(store).cut();
            outages.put(store, outage);
            findings.witness(outage.witness());
        });
    }

    /** The stores that do not stay as they are. */
    List<Store> concerned() {
        return fates.entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof Fate.Intact)
                        || entry.getKey() == Store.GIT
                                && !particulars.repositories().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What happens to one store, as a sentence. */
    String describe(Store store) {
        return "the " + store.title() + " is " + (store == Store.GIT ? describedGit : fates.get(store));
    }

    /** Gives one store its fate; {@code gitRepositories} are founded again when git is lost. */
    void restore(Store store, Collection<String> gitRepositories) {
        if (!(fates.get(store) instanceof Fate.Intact)) {
            restoreWhole(store, gitRepositories);
        }
        if (store == Store.GIT) {
            damage.happen();
        }
        findings.befell(store);
    }

    /** What is missing for a while only comes back. */
    void giveBack() {
        damage.giveBack();
    }

    private void restoreWhole(Store store, Collection<String> gitRepositories) {
        StoreRole role = role(store);
        String before = role.incarnation();
        Fate fate = fates.get(store);
        if (fate instanceof Fate.Restored restored) {
            rewind(store, restored);
        } else if (fate instanceof Fate.Lost && store == Store.DATABASE && particulars.unapprovedPutBack()) {
            SelectiveBackup unapproved =
                    SelectiveBackup.ofUnapproved(laboratory.database().address());
            role.lose();
            unapproved.putBack(laboratory.database().address());
        } else if (fate instanceof Fate.Lost) {
            role.lose();
        }
        if (fate instanceof Fate.Lost && store == Store.GIT) {
            found(gitRepositories);
        }
        String after = role.incarnation();
        String seen = before.equals(after) ? "" : "its data were '" + before + "' and are '" + after + "'";
        findings.witness(new Witness(describe(store), seen));
    }

    @Override
    public void close() {
        letThrough();
    }

    /** Lets the orchestrator reach its stores again, unless it is git's fate to stay away. */
    void letThrough() {
        if (damage.outOfReach()) {
            outages.remove(Store.GIT);
        }
        outages.values().forEach(Outage::close);
        outages.clear();
    }

    /** What whoever runs a git server does first after losing it: empty repositories with their package branch. */
    private void found(Collection<String> gitRepositories) {
        GitSeeder seeder = new GitSeeder(laboratory.git().address());
        gitRepositories.forEach(repository -> {
            laboratory.git().create(repository);
            seeder.createBranch(repository);
        });
    }

    private void rewind(Store store, Fate.Restored restored) {
        switch (store) {
            case CONTROL_PLANE -> rewindControlPlane(restored.point());
            case GIT -> laboratory.git().rewindTo(restored.point());
            case DATABASE -> rewindDatabase(restored.point());
        }
    }

    private void rewindControlPlane(RecoveryPoint point) {
        Bookkeeping bookkeeping = new Bookkeeping(laboratory.controlPlane());
        long before = particulars.countsOn() ? bookkeeping.newest() : 0;
        laboratory.controlPlane().rewindTo(point);
        if (particulars.countsOn()) {
            long after = bookkeeping.writeBeyond(before);
            String seen = after > before ? "its resource version was " + before + " and is " + after : "";
            findings.witness(new Witness("the control plane has counted on", seen));
        }
    }

    private void rewindDatabase(RecoveryPoint point) {
        Optional<OffsetDateTime> moment =
                Optional.ofNullable(particulars.moments().get(point));
        if (moment.isPresent()) {
            MomentsOfTheCache.of(laboratory.database()).rewindTo(moment.get());
        } else {
            laboratory.database().rewindTo(point);
        }
    }

    private StoreRole role(Store store) {
        return switch (store) {
            case CONTROL_PLANE -> laboratory.controlPlane();
            case GIT -> laboratory.git();
            case DATABASE -> laboratory.database();
        };
    }
}
