package dev.firedrill.scenarios.recording;

import dev.firedrill.environments.role.system.MissingAbility;
import dev.firedrill.environments.role.system.SystemUnderTest;
import java.util.function.Consumer;

/** What a scenario asks of a system that not every system can do. */
public final class Claims {
    private final SystemUnderTest system;
    private final ScenarioRecorder recorder;

    public Claims(SystemUnderTest system, ScenarioRecorder recorder) {
        this.system = system;
        this.recorder = recorder;
    }

    /**
     * An ability that the scenario cannot go on without.
     *
     * @throws MissingAbility when the system lacks it; the scenario is not applicable then
     */
    public <T> T need(Class<T> ability) {
        try {
            return system.need(ability);
        } catch (MissingAbility missing) {
            recorder.notApplicable(missing);
            throw missing;
        }
    }

    /**
     * Claims something that only a system with an ability can show. Where it lacks that, the claim is listed as not claimed,
     * and whatever else the scenario claims is still judged.
     *
     * @param what what is claimed, as a sentence
     */
    public <T> void where(Class<T> ability, String what, Consumer<T> claim) {
        system.ability(ability).ifPresentOrElse(claim, () -> recorder.notClaimed(what, MissingAbility.words(ability)));
    }
}
