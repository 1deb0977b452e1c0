/** What the in-process Kubernetes API answers when it cannot do what was asked: the {@code Status} object and its causes. */
@NullMarked
package dev.firedrill.environments.kubernetes.inprocess.status;

import org.jspecify.annotations.NullMarked;
