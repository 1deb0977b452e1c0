@NullMarked
package dev.firedrill.proof.differential;

import org.jspecify.annotations.NullMarked;
