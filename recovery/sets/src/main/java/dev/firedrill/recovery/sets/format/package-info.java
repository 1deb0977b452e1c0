/** The documented layout of a recovery set: names, manifest, member metadata and the chain of hashes. */
@NullMarked
package dev.firedrill.recovery.sets.format;

import org.jspecify.annotations.NullMarked;
