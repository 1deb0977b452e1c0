/**
 * Step definitions, a class a concept of the domain, and the types of their parameters. Each translates a sentence into one
 * call and remembers nothing; what happens is in the scenarios.
 */
@NullMarked
package dev.firedrill.steps;

import org.jspecify.annotations.NullMarked;
