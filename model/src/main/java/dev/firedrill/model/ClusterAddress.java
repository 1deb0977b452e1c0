package dev.firedrill.model;

/**
 * How to reach a Kubernetes API.
 *
 * @param kubeconfig a kubeconfig as YAML text; it may hold credentials and must not be printed
 * @param namespace the namespace that a drill works in
 */
public record ClusterAddress(String kubeconfig, String namespace) {
    @Override
    public String toString() {
        return "ClusterAddress[namespace=" + namespace + "]";
    }
}
