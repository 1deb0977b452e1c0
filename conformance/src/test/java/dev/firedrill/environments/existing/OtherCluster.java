package dev.firedrill.environments.existing;

import dev.firedrill.environments.interlock.Snapshots;
import dev.firedrill.environments.kubernetes.existing.ExistingControlPlane;
import dev.firedrill.environments.role.ControlPlane;
import dev.firedrill.model.RecoveryPoint;

/** What an operator's commands do, on a cluster of ours that plays that of somebody else. */
public record OtherCluster(ControlPlane cluster) implements Snapshots {
    /** A namespace of a cluster, which goes and comes back with it. */
    public static ExistingControlPlane existing(ControlPlane cluster, String namespace) {
        return ExistingControlPlane.open(Targets.of(cluster.address(), namespace), new OtherCluster(cluster));
    }

    @Override
    public void keep(RecoveryPoint point) {
        cluster.keep(point);
    }

    @Override
    public void restore(RecoveryPoint point) {
        cluster.rewindTo(point);
    }
}
