/** Tests of Porch's words as records. */
@NullMarked
package dev.firedrill.recovery.model;

import org.jspecify.annotations.NullMarked;
