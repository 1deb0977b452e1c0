package dev.firedrill.environments.interlock;

import dev.firedrill.model.RecoveryPoint;
import java.util.Map;

/** What takes a whole cluster back, identities included: only its operator can. */
public interface Snapshots {
    /**
     * Takes a snapshot of everything that the API serves.
     *
     * @throws dev.firedrill.model.EnvironmentFailure when it was not taken
     */
    void keep(RecoveryPoint point);

    /**
     * Puts the snapshot of a point back.
     *
     * @throws dev.firedrill.model.EnvironmentFailure when it was not put back
     */
    void restore(RecoveryPoint point);

    /** The operator's commands. */
    static Snapshots byCommand(String keep, String restore, String namespace) {
        return new Snapshots() {
            @Override
            public void keep(RecoveryPoint point) {
                new OperatorCommand("control-plane.keep", keep).run(variables(point));
            }

            @Override
            public void restore(RecoveryPoint point) {
                new OperatorCommand("control-plane.restore", restore).run(variables(point));
            }

            private Map<String, String> variables(RecoveryPoint point) {
                return Map.of("FIREDRILL_POINT", point.name(), "FIREDRILL_NAMESPACE", namespace);
            }
        };
    }
}
