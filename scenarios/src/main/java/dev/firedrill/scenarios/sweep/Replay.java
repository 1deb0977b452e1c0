package dev.firedrill.scenarios.sweep;

import dev.firedrill.scenarios.assertion.EndState;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
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
    Undisturbed undisturbed(ScenarioRecorder noted);

    /** Does it with one interruption, after which whoever runs it starts it again, or its connection is healed. */
    EndState interrupted(CrashPoint point, ScenarioRecorder noted);
}
