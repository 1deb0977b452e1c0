package dev.firedrill.conformance;

/**
 * Something that a real product does in another way than its role's suite expects, and that scenarios can bear. Each role
 * has an enumeration of those that its suite knows; a form declares the ones that were seen on it.
 */
public interface Deviation {}
