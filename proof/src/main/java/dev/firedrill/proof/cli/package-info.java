/** What the command line gains beside the proof: the list of broken recoveries, and how much a drill sees. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.proof.cli;
