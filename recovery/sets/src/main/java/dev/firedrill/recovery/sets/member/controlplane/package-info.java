/** The control plane member: objects as the Kubernetes API has them. */
@NullMarked
package dev.firedrill.recovery.sets.member.controlplane;

import org.jspecify.annotations.NullMarked;
