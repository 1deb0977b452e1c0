package dev.firedrill.steps.rehearsal;

import dev.firedrill.steps.drill.ScenarioFindings;
import java.util.List;

/** Something that can be done from the end of the history on as often as wanted, undisturbed or interrupted. */
interface Replay {
    /**
     * How it goes without an interruption.
     *
     * @param end where it ends
     * @param points every place at which it can be interrupted
     */
    record Undisturbed(EndState end, List<CrashPoint> points) {
        public Undisturbed {
            points = List.copyOf(points);
        }
    }

    /** Does it undisturbed; {@code noted} receives witnesses and judgement. */
    Undisturbed undisturbed(ScenarioFindings noted);

    /** Does it with one interruption, after which whoever runs it starts it again, or its connection is healed. */
    EndState interrupted(CrashPoint point, ScenarioFindings noted);
}
