/** The running process: one pass over all stores after another, the API beside it, and what it says of itself. */
@NullMarked
package dev.firedrill.recovery.serve;

import org.jspecify.annotations.NullMarked;
