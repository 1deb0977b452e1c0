/** The command line, and whole drills through it. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.cli;
