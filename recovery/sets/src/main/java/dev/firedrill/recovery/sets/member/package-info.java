/** What a member of a set has to be able to do, whatever store it is taken from. */
@NullMarked
package dev.firedrill.recovery.sets.member;

import org.jspecify.annotations.NullMarked;
