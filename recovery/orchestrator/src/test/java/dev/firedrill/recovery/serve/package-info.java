/** Tests of the process, with stores in memory. */
@NullMarked
package dev.firedrill.recovery.serve;

import org.jspecify.annotations.NullMarked;
