/** The role of the Kubernetes API as a real {@code kube-apiserver} on a real {@code etcd}. */
@NullMarked
package dev.firedrill.environments.kubernetes.apiserver;

import org.jspecify.annotations.NullMarked;
