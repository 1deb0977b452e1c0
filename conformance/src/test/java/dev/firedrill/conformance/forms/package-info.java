/** The forms of this repository, as the conformance suites get them. */
@NullMarked
package dev.firedrill.conformance.forms;

import org.jspecify.annotations.NullMarked;
