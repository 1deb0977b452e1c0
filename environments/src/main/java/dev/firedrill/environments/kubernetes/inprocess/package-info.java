/**
 * The in-process form of the control plane: a small Kubernetes API server of our own over HTTP, which starts in
 * milliseconds and needs nothing installed. It is held to what a real kube-apiserver does by the conformance suite of the
 * role.
 */
@NullMarked
package dev.firedrill.environments.kubernetes.inprocess;

import org.jspecify.annotations.NullMarked;
