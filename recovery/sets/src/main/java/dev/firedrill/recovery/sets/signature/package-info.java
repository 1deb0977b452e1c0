/** OpenSSH signatures over a manifest, made and checked without other programs. */
@NullMarked
package dev.firedrill.recovery.sets.signature;

import org.jspecify.annotations.NullMarked;
