package dev.firedrill.faults;

import dev.firedrill.environments.role.Outage;
import dev.firedrill.environments.role.StoreRole;
import dev.firedrill.model.Disaster;
import dev.firedrill.model.Fate;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Store;
import dev.firedrill.model.Witness;
import dev.firedrill.workload.history.GitSeeder;
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
public final class DisasterInjector implements AutoCloseable {
    private final FaultTarget target;
    private final FaultLog log;
    private final Map<Store, Fate> fates;
    private final Map<Store, Outage> outages = new EnumMap<>(Store.class);
    private final GitDamage damage;
    private final Disaster disaster;
    private final RestoreOptions restores;

    /**
     * @param target what it happens to
     * @param disaster the fate of each store
     * @param restores how stores are put back
     * @param log hears of each fate, and of what was seen of it
     */
    public DisasterInjector(FaultTarget target, Disaster disaster, RestoreOptions restores, FaultLog log) {
        this.target = target;
        this.disaster = disaster;
        this.restores = restores;
        this.log = log;
        fates = disaster.fates();
        damage = new GitDamage(target.git(), disaster.gitRepositories(), log);
        log.planned(
                disaster.controlPlane().toString(),
                disaster.gitInWords(),
                disaster.database().toString());
    }

    /** Cuts the concerned stores off; a cluster that is lost takes the orchestrator with it. */
    public void cutOff() {
        if (fates.get(Store.CONTROL_PLANE) instanceof Fate.Lost) {
            target.endOrchestrator();
        }
        concerned().forEach(store -> {
            Outage outage = target.linkTo(store).cut();
            outages.put(store, outage);
            log.witness(outage.witness());
        });
    }

    /** The stores that do not stay as they are. */
    public List<Store> concerned() {
        return fates.entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof Fate.Intact)
                        || entry.getKey() == Store.GIT
                                && !disaster.gitRepositories().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What happens to one store, as a sentence. */
    public String describe(Store store) {
        return "the " + store.title() + " is " + (store == Store.GIT ? disaster.gitInWords() : fates.get(store));
    }

    /** Gives one store its fate; {@code gitRepositories} are founded again when git is lost. */
    public void restore(Store store, Collection<String> gitRepositories) {
        if (!(fates.get(store) instanceof Fate.Intact)) {
            restoreWhole(store, gitRepositories);
        }
        if (store == Store.GIT) {
            damage.happen();
        }
        log.befell(store);
    }

    /** What is missing for a while only comes back. */
    public void giveBack() {
        damage.giveBack();
    }

    private void restoreWhole(Store store, Collection<String> gitRepositories) {
        StoreRole role = role(store);
        String before = role.incarnation();
        Fate fate = fates.get(store);
        if (fate instanceof Fate.Restored restored) {
            rewind(store, restored);
        } else if (fate instanceof Fate.Lost && store == Store.DATABASE && disaster.unapprovedPutBack()) {
            SelectiveBackup unapproved =
                    SelectiveBackup.ofUnapproved(target.database().address());
            role.lose();
            unapproved.putBack(target.database().address());
        } else if (fate instanceof Fate.Lost) {
            role.lose();
        }
        if (fate instanceof Fate.Lost && store == Store.GIT) {
            found(gitRepositories);
        }
        String after = role.incarnation();
        String seen = before.equals(after) ? "" : "its data were '" + before + "' and are '" + after + "'";
        log.witness(new Witness(describe(store), seen));
    }

    @Override
    public void close() {
        letThrough();
    }

    /** Lets the orchestrator reach its stores again, unless it is git's fate to stay away. */
    public void letThrough() {
        if (damage.outOfReach()) {
            outages.remove(Store.GIT);
        }
        outages.values().forEach(Outage::close);
        outages.clear();
    }

    /** What whoever runs a git server does first after losing it: empty repositories with their package branch. */
    private void found(Collection<String> gitRepositories) {
        GitSeeder seeder = new GitSeeder(target.git().address());
        gitRepositories.forEach(repository -> {
            target.git().create(repository);
            seeder.createBranch(repository);
        });
    }

    private void rewind(Store store, Fate.Restored restored) {
        switch (store) {
            case CONTROL_PLANE -> rewindControlPlane(restored.point());
            case GIT -> target.git().rewindTo(restored.point());
            case DATABASE -> rewindDatabase(restored.point());
        }
    }

    private void rewindControlPlane(RecoveryPoint point) {
        ResourceVersionBump bookkeeping = new ResourceVersionBump(target.controlPlane());
        long before = restores.resourceVersionsPass() ? bookkeeping.newest() : 0;
        target.controlPlane().rewindTo(point);
        if (restores.resourceVersionsPass()) {
            long after = bookkeeping.writeBeyond(before);
            String seen = after > before ? "its resource version was " + before + " and is " + after : "";
            log.witness(new Witness("the control plane has counted on", seen));
        }
    }

    private void rewindDatabase(RecoveryPoint point) {
        Optional<OffsetDateTime> moment = Optional.ofNullable(restores.moments().get(point));
        if (moment.isPresent()) {
            DatabasePitr.of(target.database()).rewindTo(moment.get());
        } else {
            target.database().rewindTo(point);
        }
    }

    private StoreRole role(Store store) {
        return switch (store) {
            case CONTROL_PLANE -> target.controlPlane();
            case GIT -> target.git();
            case DATABASE -> target.database();
        };
    }
}
