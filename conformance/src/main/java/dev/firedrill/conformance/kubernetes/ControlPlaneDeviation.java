package dev.firedrill.conformance.kubernetes;

import dev.firedrill.conformance.Deviation;

/** What a real product does in another way than kube-apiserver on etcd, seen on it and stated by the suite as it is. */
public enum ControlPlaneDeviation implements Deviation {
    /** Lists are in the order of creation, and what is left of a list is counted within the next page. */
    STORED_IN_SQL,
    /** Controllers write into a cluster that nobody uses: its revision is past 100 before anyone has come. */
    RUNS_CONTROLLERS,
    /** A path that climbs is answered by a redirect to where it climbs to, which is not followed here. */
    REDIRECTS_CLIMBING_PATHS
}
