/**
 * Damages one field after the other of stores in which a recovery has just ended, and asks the judge each time: the proof
 * that a verdict sees every column, every leaf of every object and every ref, whether somebody thought of it or not.
 *
 * <p>{@link dev.firedrill.proof.fields.FieldKinds} lists what a snapshot reads, {@link dev.firedrill.proof.fields.Damage}
 * changes one of it in the real store and puts it back, {@link dev.firedrill.proof.fields.FieldSight} judges in between.
 */
@NullMarked
package dev.firedrill.proof.fields;

import org.jspecify.annotations.NullMarked;
