/** How artefacts are stored: compressed by zstd, encrypted in the age format, counted and hashed on the way. */
@NullMarked
package dev.firedrill.recovery.sets.codec;

import org.jspecify.annotations.NullMarked;
