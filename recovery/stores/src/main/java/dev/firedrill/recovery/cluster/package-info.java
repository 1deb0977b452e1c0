/**
 * The control plane through the Kubernetes API: Repositories, PackageVariants, Secrets, and the conditions written back.
 *
 * <pre>
 * cluster  KubernetesClients.connect(kubeconfig)
 *          new KubernetesCluster(client, namespace, Clock)       implements port.Cluster
 *          new ResourceVersions().observe(version)               the version from which the control plane went back
 * </pre>
 */
@NullMarked
package dev.firedrill.recovery.cluster;

import org.jspecify.annotations.NullMarked;
