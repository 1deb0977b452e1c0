/**
 * Structural schemas, as a CustomResourceDefinition holds them: what they say of an object, filling in defaults, dropping
 * what they do not know, and checking the rest. Knows nothing of requests or of the store.
 */
@NullMarked
package dev.firedrill.environments.kubernetes.inprocess.schema;

import org.jspecify.annotations.NullMarked;
