/** The record of what the recovery did, step by step, and the places at which a rehearsal may stop it. */
@NullMarked
package dev.firedrill.recovery.journal;

import org.jspecify.annotations.NullMarked;
