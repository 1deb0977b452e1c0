/** JSON as Kubernetes and Porch write it, and failures with their remedies; no store, no network. */
@NullMarked
package dev.firedrill.recovery.json;

import org.jspecify.annotations.NullMarked;
