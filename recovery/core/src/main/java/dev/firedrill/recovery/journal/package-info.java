/**
 * The record of what the recovery did, step by step. {@code FileJournal} writes it; {@code FailpointJournal} stands before
 * another journal and stops the process at a step, for rehearsals.
 */
@NullMarked
package dev.firedrill.recovery.journal;

import org.jspecify.annotations.NullMarked;
