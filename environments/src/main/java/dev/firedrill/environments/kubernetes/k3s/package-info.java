/** The control plane as a container: k3s. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.environments.kubernetes.k3s;
