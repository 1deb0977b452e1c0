/**
 * Our orchestrator as a form of the role {@link dev.firedrill.environments.role.system.SystemUnderTest}, shipped or with a
 * deliberately wrong recovery: a process of its own, its pages {@code /readyz} and {@code /status}, and the commands that
 * operators type beside it.
 */
@NullMarked
package dev.firedrill.environments.system.shipped;

import org.jspecify.annotations.NullMarked;
