package dev.firedrill.scenarios.sweep;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Seed;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.CrashPointCount;
import dev.firedrill.scenarios.assertion.EndState;
import dev.firedrill.scenarios.recording.ScenarioRecorder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Interrupts something at one place after the other, each time from the beginning, and tells where it did not hold. */
public final class CrashSweep {
    private final List<String> elsewhere = new ArrayList<>();
    private final List<String> losses = new ArrayList<>();
    private int tried;
    private int held;

    private CrashSweep() {}

    /** Runs a sweep; at most {@code most} places are tried, drawn from {@code seed}. */
    static CrashSweep over(Replay replay, int most, Seed seed, ScenarioRecorder recorder) {
        Replay.Undisturbed undisturbed = replay.undisturbed(recorder);
        CrashSweep sweep = new CrashSweep();
        for (CrashPoint point : CrashSample.of(undisturbed.points(), most, seed)) {
            sweep.interrupt(replay, point, undisturbed.end(), recorder);
        }
        recorder.crashPoints(new CrashPointCount(sweep.tried, sweep.held));
        return sweep;
    }

    /** Every interrupted run ended where the undisturbed one did. */
    public void alwaysEndedTheSame() {
        somethingWasTried();
        if (!elsewhere.isEmpty()) {
            throw new AssertionError(String.join("\n", elsewhere));
        }
    }

    /** The judge found nothing wrong with any interrupted run. */
    public void lostNothingMore() {
        somethingWasTried();
        if (!losses.isEmpty()) {
            throw new AssertionError(String.join("\n", losses));
        }
    }

    /** Of nothing everything is true. */
    private void somethingWasTried() {
        claim("whether there was any place of interruption").isEqual(tried > 0, true);
    }

    private void interrupt(Replay replay, CrashPoint point, EndState wanted, ScenarioRecorder recorder) {
        ScenarioRecorder own = new ScenarioRecorder();
        Instant began = Instant.now();
        recorder.done(point.toString());
        recorder.begins("interrupt", "", point.toString());
        int faults = elsewhere.size() + losses.size();
        try {
            replay.interrupted(point, own).isLike(wanted);
        } catch (AssertionError other) {
            elsewhere.add(point + ": " + other.getMessage());
        } catch (EnvironmentFailure broken) {
            throw new EnvironmentFailure(point + ": " + broken.getMessage(), broken);
        }
        String why = point + ": " + own.fault().orElse("");
        if (own.verdict() == Verdict.VIOLATED) {
            losses.add(why);
        }
        if (own.verdict() == Verdict.INCONCLUSIVE) {
            recorder.judge(Verdict.INCONCLUSIVE, why);
        }
        tried++;
        held += own.verdict() == Verdict.HELD && faults == elsewhere.size() + losses.size() ? 1 : 0;
        recorder.event(began, "interrupt", "", point.toString(), Duration.between(began, Instant.now()));
    }
}
