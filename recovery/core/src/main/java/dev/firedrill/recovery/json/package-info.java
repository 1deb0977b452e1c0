/** JSON as Kubernetes and Porch write it, and the Kptfile of a package; no store, no network. */
@NullMarked
package dev.firedrill.recovery.json;

import org.jspecify.annotations.NullMarked;

