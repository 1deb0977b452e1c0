/** What one drill is asked to do. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.scenarios.options;
