/** The {@code firedrill} command line: options in, exit codes out. Knows how to word things, not how to do them. */
@NullMarked
package dev.firedrill.cli;

import org.jspecify.annotations.NullMarked;
