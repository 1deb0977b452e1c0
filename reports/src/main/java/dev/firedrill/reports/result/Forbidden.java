package dev.firedrill.reports.result;

import dev.firedrill.model.LossClass;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that the rules forbid, as every report leads with it.
 *
 * @param object the object
 * @param how how it fared, in a few words
 * @param why the rule, or what is wrong
 */
public record Forbidden(String object, String how, String why) {
    /** Everything that the rules forbid in a scenario, the gravest first: objects, then what the checks found besides. */
    public static List<Forbidden> in(ScenarioResult scenario) {
        return Stream.concat(
                        scenario.loss().forbiddenItems().stream()
                                .map(item -> new Forbidden(item.object(), how(item.lossClass()), item.why())),
                        scenario.findings().stream()
                                .map(found -> new Forbidden(
                                        found.object(), "wrong (" + found.check() + ")", found.sentence())))
                .toList();
    }

    /** The whole as a sentence. */
    public String sentence() {
        return object + " is " + how + ": " + why;
    }

    private static String how(LossClass lossClass) {
        return switch (lossClass) {
            case KEPT -> "there";
            case LOST_ALLOWED, LOST_FORBIDDEN -> "lost";
            case REVERTED -> "reverted";
            case RESURRECTED -> "resurrected";
            case MUTATED -> "mutated";
            case GHOST -> "a ghost";
            case NEVER_ACKNOWLEDGED -> "never acknowledged";
        };
    }
}
