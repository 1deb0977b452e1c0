/** The suites of the control plane, the Kubernetes API, and the clients that they look with. */
@NullMarked
package dev.firedrill.conformance.kubernetes;

import org.jspecify.annotations.NullMarked;
