package dev.firedrill.scenarios.testbed;

import dev.firedrill.environments.role.system.Rescues;
import dev.firedrill.environments.role.system.Rescues.Rescued;
import dev.firedrill.environments.role.system.Rescues.Returned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rescue sets since a disaster as an operator sees and uses them; what was taken out before is of no interest. */
public final class RescueClient {
    private final Rescues rescues;
    private final Instant since;

    /** @param since from when on */
    public RescueClient(Rescues rescues, Instant since) {
        this.rescues = rescues;
        this.since = since;
    }

    /** The sets by the ids that an operator names them by. */
    public List<String> sets() {
        return rescues.sets(since);
    }

    /** Every package revision of every set. */
    public List<Rescued> revisions() {
        return sets().stream().flatMap(set -> rescues.show(set).stream()).toList();
    }

    /** Brings all package revisions of some sets back as drafts; a set that is gone brings nothing. */
    public List<Returned> restore(List<String> sets) {
        return sets.stream().flatMap(set -> rescues.restore(set).stream()).toList();
    }

    /** What the system says when it does not bring {@code set} back; empty when it does. */
    public Optional<String> refusalToRestore(String set) {
        return rescues.refusalToRestore(set);
    }
}
