package dev.firedrill.proof.differential;

import dev.firedrill.model.Seed;
import dev.firedrill.oracle.expect.SurvivingState;
import dev.firedrill.workload.world.Owner;
import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The recovery as something that can be compared with the model. It recovers twice: once with the whole control plane there,
 * once with its objects coming back in random batches; the end must be the same.
 */
final class ModelAdapter implements RecoveryModel {
    private final dev.firedrill.recovery.plan.Planner planner;

    ModelAdapter(dev.firedrill.recovery.plan.Planner planner) {
        this.planner = planner;
    }

    @Override
    public Plan recover(SurvivingState survivors, boolean removalConfirmed) {
        var random = new Seed(0).derive(survivors.rows().keySet().toString(), 0).random();
        var memory = new InMemoryStores(survivors);
        memory.returned(memory.missing());
        new InMemoryRecovery(memory, planner, removalConfirmed, random).settle();
        var atOnce = plan(survivors, memory);

        var gradual = gradual(survivors, removalConfirmed, random);
        if (!atOnce.equals(gradual)) {
            throw new NotIdempotent(
                    "objects that come back in batches end otherwise: " + gradual + " instead of " + atOnce);
        }
        return atOnce;
    }

    private Plan gradual(SurvivingState survivors, boolean removalConfirmed, Random random) {
        var memory = new InMemoryStores(survivors);
        var recovery = new InMemoryRecovery(memory, planner, removalConfirmed, random);
        var missing = memory.missing();
        Collections.shuffle(missing, random);
        for (List<String> rest = missing; !rest.isEmpty(); ) {
            var batch = 1 + random.nextInt(rest.size());
            memory.returned(rest.subList(0, batch));
            recovery.settle();
            rest = rest.subList(batch, rest.size());
        }
        return plan(survivors, memory);
    }

    private static Plan plan(SurvivingState survivors, InMemoryStores memory) {
        Map<RevisionId, RevisionState> listed = new HashMap<>();
        Map<RevisionId, RevisionState> quarantined = new HashMap<>();
        for (var row : memory.cache().rows()) {
            var state = ModelMapper.state(row);
            if (memory.isRegistered(state.id().repository())) {
                listed.put(
                        state.id(),
                        state.ownedBy(state.owners().stream()
                                .filter(owner -> lives(survivors, owner))
                                .collect(Collectors.toSet())));
            } else {
                quarantined.put(state.id(), state);
            }
        }
        return new Plan(listed, quarantined);
    }

    /** References to variants that have not come back stay in the rows and say nothing. */
    private static boolean lives(SurvivingState survivors, Owner owner) {
        var variant = survivors.variants().get(owner.name());
        return variant != null && variant.asOwner().equals(owner);
    }
}
