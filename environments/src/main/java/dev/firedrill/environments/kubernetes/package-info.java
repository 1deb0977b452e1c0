/** How the harness itself asks a Kubernetes API. */
@NullMarked
package dev.firedrill.environments.kubernetes;

import org.jspecify.annotations.NullMarked;
