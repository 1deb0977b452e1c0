/**
 * Stores that are not ours: a cluster, a git server and a database given by configuration. Nothing is destroyed in them
 * unless an interlock has found, right before, that they are the ones that the drill was pointed at and that they hold
 * nothing of anybody else's.
 */
@NullMarked
package dev.firedrill.environments.existing;

import org.jspecify.annotations.NullMarked;
