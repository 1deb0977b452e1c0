package dev.firedrill.recovery.plan;

/**
 * Something that will not be as it was once the plan is applied.
 *
 * @param object its name
 * @param what what of it is lost
 * @param rule which of the five rules asks for that
 * @param why one sentence
 */
public record ExpectedLoss(String object, String what, int rule, String why) {}
