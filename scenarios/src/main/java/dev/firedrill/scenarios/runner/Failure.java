package dev.firedrill.scenarios.runner;

import dev.firedrill.environments.role.system.MissingAbility;
import dev.firedrill.model.EnvironmentFailure;

/** Words a failure for a person: what our own exceptions say is enough; of others, the kind is needed too. */
final class Failure {
    private Failure() {}

    static String sentence(Throwable failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return failure.getClass().getSimpleName() + " at " + place(failure);
        }
        boolean ours = failure instanceof EnvironmentFailure
                || failure instanceof MissingAbility
                || failure instanceof AssertionError;
        return ours ? message : failure.getClass().getSimpleName() + ": " + message + " (at " + place(failure) + ")";
    }

    private static String place(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        for (StackTraceElement element : trace) {
            if (element.getClassName().startsWith("dev.firedrill.")) {
                return element.toString();
            }
        }
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }
}
