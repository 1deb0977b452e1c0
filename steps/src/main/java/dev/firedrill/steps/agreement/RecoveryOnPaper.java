package dev.firedrill.steps.agreement;

import dev.firedrill.fixtures.expect.Survivors;
import dev.firedrill.fixtures.random.Planner;
import dev.firedrill.fixtures.world.Owner;
import dev.firedrill.fixtures.world.RevisionId;
import dev.firedrill.fixtures.world.RevisionState;
import dev.firedrill.vocabulary.Seed;
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
final class RecoveryOnPaper implements Planner {
    private final dev.firedrill.recovery.plan.Planner planner;

    RecoveryOnPaper(dev.firedrill.recovery.plan.Planner planner) {
        this.planner = planner;
    }

    @Override
    public Plan recover(Survivors survivors, boolean removalConfirmed) {
        var random = new Seed(0).derive(survivors.rows().keySet().toString(), 0).random();
        var memory = new Memory(survivors);
        memory.returned(memory.missing());
        new PaperRecovery(memory, planner, removalConfirmed, random).settle();
        var atOnce = plan(survivors, memory);

        var gradual = gradual(survivors, removalConfirmed, random);
        if (!atOnce.equals(gradual)) {
            throw new Restless("objects that come back in batches end otherwise: " + gradual + " instead of " + atOnce);
        }
        return atOnce;
    }

    private Plan gradual(Survivors survivors, boolean removalConfirmed, Random random) {
        var memory = new Memory(survivors);
        var recovery = new PaperRecovery(memory, planner, removalConfirmed, random);
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

    private static Plan plan(Survivors survivors, Memory memory) {
        Map<RevisionId, RevisionState> listed = new HashMap<>();
        Map<RevisionId, RevisionState> quarantined = new HashMap<>();
        for (var row : memory.cache().rows()) {
            var state = Wording.state(row);
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
    private static boolean lives(Survivors survivors, Owner owner) {
        var variant = survivors.variants().get(owner.name());
        return variant != null && variant.asOwner().equals(owner);
    }
}
