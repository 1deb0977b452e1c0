package dev.firedrill.environments.kubernetes.k3s;

import java.util.List;
import java.util.stream.Stream;

/** What of k3s runs in the container, and on which datastore. */
enum K3sProfile {
    /** The server without the agent, on sqlite: all that a drill needs, and no privileges. */
    SERVER("containers"),
    /** The same on the etcd within k3s, on which servers run that are several. */
    SERVER_ON_ETCD("containers-etcd"),
    /** A node on which pods run. The engine must allow privileged containers. */
    WHOLE_NODE("containers-privileged");

    private static final List<String> WITHOUT_AGENT = List.of(
            "--disable-agent",
            "--disable=traefik,servicelb,metrics-server,local-storage,coredns",
            "--disable-cloud-controller",
            "--disable-network-policy",
            "--disable-scheduler",
            "--disable-helm-controller",
            // Nobody asks the controllers over HTTP; the two keys that this takes are a quarter of what a start costs.
            "--kube-controller-manager-arg=secure-port=0",
            // Without nodes nothing can run; what namespaces, owners and service accounts need is left.
            "--kube-controller-manager-arg=controllers="
                    + "namespace,garbagecollector,serviceaccount,serviceaccount-token,root-ca-cert-publisher",
            // What follows is a third of what a start costs, and two fifths of what an idle server does. Nobody is kept
            // waiting or refused here: the one user there is may do everything anyway, and neither workloads nor their
            // budgets, scales and certificates exist without nodes.
            "--kube-apiserver-arg=authorization-mode=AlwaysAllow",
            "--kube-apiserver-arg=enable-priority-and-fairness=false",
            "--kube-apiserver-arg=runtime-config=api/beta=false,autoscaling/v1=false,policy/v1=false,"
                    + "events.k8s.io/v1=false,certificates.k8s.io/v1=false");

    private static final List<String> ON_ETCD = List.of(
            "--cluster-init",
            "--etcd-disable-snapshots",
            // etcd writes the address of its one member into its data, and a later container has another one. All have
            // this; at the usual one of loopback newer releases listen anyway, and would do so twice.
            "--node-ip=127.0.0.2");

    private final String form;

    K3sProfile(String form) {
        this.form = form;
    }

    /** What the form of the role is called on the command line and in results. */
    String form() {
        return form;
    }

    /** The arguments of {@code k3s server} that make it so. */
    List<String> arguments() {
        return switch (this) {
            case SERVER -> WITHOUT_AGENT;
            case SERVER_ON_ETCD ->
                Stream.concat(WITHOUT_AGENT.stream(), ON_ETCD.stream()).toList();
            case WHOLE_NODE -> List.of("--disable=traefik,servicelb,metrics-server,local-storage");
        };
    }

    boolean privileged() {
        return this == WHOLE_NODE;
    }
}
