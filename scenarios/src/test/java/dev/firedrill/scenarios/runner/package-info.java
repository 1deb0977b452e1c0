/** The plan of a drill and its parts. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.scenarios.runner;
