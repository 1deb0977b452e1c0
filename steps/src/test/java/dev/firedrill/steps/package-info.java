/** What keeps the feature files readable. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.steps;
