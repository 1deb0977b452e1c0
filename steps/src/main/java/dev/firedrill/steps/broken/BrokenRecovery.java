package dev.firedrill.steps.broken;

import dev.firedrill.recovery.align.Parts;
import java.util.function.UnaryOperator;

/**
 * One mistake.
 *
 * @param name what it is called on the command line
 * @param mistake what it does wrong, as a sentence without its subject
 * @param scenario a tag expression for the scenario that must turn red
 * @param reason a regular expression that the scenario's failure must contain: red for another reason proves nothing
 * @param breaking makes the shipped parts wrong
 */
public record BrokenRecovery(
        String name, String mistake, String scenario, String reason, UnaryOperator<Parts> breaking) {}
