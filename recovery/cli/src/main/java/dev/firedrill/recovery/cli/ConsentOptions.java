package dev.firedrill.recovery.cli;

import dev.firedrill.recovery.plan.Consent;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What the operator agrees to. */
public final class ConsentOptions {
    @Option(
            names = "--confirm-removal",
            paramLabel = "REPOSITORY=TOKEN",
            description = {
                "Agrees to the removal that the plan named with this token, and to no other.",
                "What is removed goes to a rescue set."
            })
    private Map<String, String> confirmedRemovals = new LinkedHashMap<>();

    @Option(
            names = "--close-window",
            description = {
                "Ends the restoration: rows of Repositories that have not returned to the control plane",
                "go to a rescue set."
            })
    private boolean closeWindow;

    Consent consent() {
        return new Consent(confirmedRemovals, closeWindow);
    }
}
