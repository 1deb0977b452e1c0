/** The git member: bundles of all refs. */
@NullMarked
package dev.firedrill.recovery.sets.member.git;

import org.jspecify.annotations.NullMarked;
