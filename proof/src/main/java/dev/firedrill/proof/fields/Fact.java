package dev.firedrill.proof.fields;

import dev.firedrill.oracle.snapshot.Subject;

/** One field of one object, with its value as a snapshot writes it. */
public record Fact(Subject subject, String field, String value) {}
