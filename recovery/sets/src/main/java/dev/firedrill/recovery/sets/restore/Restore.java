package dev.firedrill.recovery.sets.restore;

import dev.firedrill.recovery.sets.artefact.ArtefactReader;
import dev.firedrill.recovery.sets.format.MemberKind;
import dev.firedrill.recovery.sets.format.MemberMetadata;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.member.MemberTarget;
import dev.firedrill.recovery.sets.member.TargetLook;
import dev.firedrill.recovery.sets.problem.SetRefused;
import dev.firedrill.recovery.sets.problem.VerificationFailed;
import dev.firedrill.recovery.sets.restore.RestorePlan.Step;
import dev.firedrill.recovery.sets.status.SetListing;
import dev.firedrill.recovery.sets.storage.Storage;
import dev.firedrill.recovery.sets.storage.StorageLock;
import dev.firedrill.recovery.sets.verify.SetVerifier;
import dev.firedrill.recovery.sets.verify.VerifiedSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Restores a set, or members of it: verifies all of it, opens what is encrypted, looks at every target, and only then writes.
 * Stores come back in the order in which nobody finds a thing whose ground is missing: cache, git, control plane.
 */
public final class Restore {
    private final Storage storage;
    private final SetVerifier verifier;

    /** From sets in {@code storage}. */
    public Restore(Storage storage, SetVerifier verifier) {
        this.storage = storage;
        this.verifier = verifier;
    }

    /**
     * What {@link #run} would do. Nothing is changed.
     *
     * @throws VerificationFailed when the set is not what was written, or no key opens it
     * @throws SetRefused when the set has no such member
     */
    public RestorePlan plan(RestoreRequest request) {
        VerifiedSet set = verifier.verify(request.place());
        List<Step> steps = new ArrayList<>();
        for (var entry : request.targets().entrySet()) {
            MemberMetadata member = set.member(entry.getKey())
                    .orElseThrow(() -> new SetRefused("the set " + request.place() + " has no member '" + entry.getKey()
                            + "'; 'backup show' lists them"));
            ArtefactReader artefacts = new ArtefactReader(storage, request.place(), member, request.identities());
            checkKind(member, entry.getValue());
            checkKey(artefacts);
            steps.add(new Step(
                    artefacts,
                    entry.getValue(),
                    entry.getValue().look(artefacts),
                    request.replace().contains(entry.getKey())));
        }
        steps.sort(Comparator.comparing((Step step) -> step.target().kind()).thenComparing(Step::alias));
        return new RestorePlan(set, steps);
    }

    /**
     * Restores.
     *
     * @param planned gets what is going to be done, before it is
     * @param told gets each outcome when it is there
     * @throws SetRefused when a target holds something else and is not named, before any target is changed
     */
    public List<RestoreOutcome> run(
            RestoreRequest request, Consumer<RestorePlan> planned, Consumer<RestoreOutcome> told) {
        StorageLock held = share(request.place());
        try (held) {
            RestorePlan plan = plan(request);
            List<String> refused = plan.steps().stream()
                    .filter(step -> !step.isAllowed())
                    .map(step -> step.alias() + ": " + step.look().description())
                    .toList();
            if (!refused.isEmpty()) {
                throw new SetRefused(
                        "nothing was restored, because a restore would destroy what somebody else may need: "
                                + String.join("; ", refused) + ". Name the member by --replace to let it go");
            }
            planned.accept(plan);
            List<RestoreOutcome> outcomes = new ArrayList<>();
            for (Step step : plan.steps()) {
                RestoreOutcome outcome = restore(step);
                outcomes.add(outcome);
                told.accept(outcome);
            }
            return outcomes;
        }
    }

    private static RestoreOutcome restore(Step step) {
        boolean needed = step.look().state() != TargetLook.State.SAME;
        List<String> remarks = new ArrayList<>();
        if (needed || step.target().kind() == MemberKind.GIT) {
            remarks.addAll(step.target().restore(step.artefacts(), step.replace()));
        }
        List<String> differences = step.target().differences(step.artefacts());
        remarks.addAll(differences);
        return new RestoreOutcome(step.alias(), needed, differences.isEmpty(), remarks);
    }

    private StorageLock share(SetPlace place) {
        Optional<StorageLock> lock = storage.tryLock(SetListing.readLockName(place.batch()), true);
        return lock.orElseThrow(() -> new SetRefused(
                "the set " + place + " may be gone in a moment: one of its batch is being removed; try again later"));
    }

    private static void checkKind(MemberMetadata member, MemberTarget target) {
        if (member.kind() != target.kind()) {
            throw new SetRefused("the member " + member.alias() + " is of the kind "
                    + member.kind().text() + " and cannot go into a target for "
                    + target.kind().text());
        }
    }

    /** A wrong key is told before any store is touched. */
    private static void checkKey(ArtefactReader artefacts) {
        artefacts.metadata().artefacts().stream()
                .filter(entry -> entry.encrypted())
                .findFirst()
                .ifPresent(entry -> {
                    try (var in = artefacts.open(entry.path())) {
                        in.read();
                    } catch (java.io.IOException e) {
                        throw new VerificationFailed(entry.path() + " cannot be opened by any key that was given", e);
                    }
                });
    }
}
