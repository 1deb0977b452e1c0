/** The suites of the git server, and the clients that they look with. */
@NullMarked
package dev.firedrill.conformance.git;

import org.jspecify.annotations.NullMarked;
