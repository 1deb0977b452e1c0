/** Artefacts of one member, written to and read from a storage. */
@NullMarked
package dev.firedrill.recovery.sets.artefact;

import org.jspecify.annotations.NullMarked;
