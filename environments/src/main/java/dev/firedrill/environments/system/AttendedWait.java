package dev.firedrill.environments.system;

import dev.firedrill.environments.role.HasLogs;
import dev.firedrill.environments.role.system.SystemStores;
import dev.firedrill.environments.role.system.SystemUnderTest;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.EnvironmentFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waiting for something that a system does or says, which is in vain when the system or a store ends by itself. */
public final class AttendedWait {
    private static final int LINES = 30;

    /** How often the stores are looked at meanwhile; for a container that is a question to the engine. */
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);

    private final BooleanSupplier alive;
    private final Supplier<String> log;
    private final Supplier<Optional<String>> storeEnded;
    private Instant lastRound = Instant.now();

    /**
     * Waiting for one process or several.
     *
     * @param alive whether they run
     * @param log what they logged
     * @param storeEnded what of the stores ended although nobody told it to
     */
    public AttendedWait(BooleanSupplier alive, Supplier<String> log, Supplier<Optional<String>> storeEnded) {
        this.alive = alive;
        this.log = log;
        this.storeEnded = storeEnded;
    }

    /** Waiting for {@code system}, on {@code stores}. */
    public static AttendedWait of(SystemUnderTest system, SystemStores stores) {
        return new AttendedWait(system::alive, () -> logOf(system), stores::endedByItself);
    }

    /**
     * Waits until an observed value is the wanted one, for as long as a look at all stores may take.
     *
     * @param what what is waited for, continuing the sentence "waited for"
     * @throws AssertionError when the system ends by itself, which a recovery must not do
     * @throws EnvironmentFailure when a store ends by itself, for which the system must not be blamed
     * @throws dev.firedrill.environments.wait.TimeIsUp when the budget is spent
     */
    public <T> T until(String what, Supplier<T> observe, Predicate<? super T> wanted) {
        return Wait.until(
                what,
                Patience.PASS,
                () -> {
                    everythingRuns();
                    return observe.get();
                },
                wanted);
    }

    private void everythingRuns() {
        if (!alive.getAsBoolean()) {
            throw new AssertionError("The orchestrator ended by itself. Its log ends:\n" + logEnd());
        }
        Instant now = Instant.now();
        if (lastRound.plus(BETWEEN_ROUNDS).isBefore(now)) {
            lastRound = now;
            storeEnded.get().ifPresent(what -> {
                throw new EnvironmentFailure(what);
            });
        }
    }

    private String logEnd() {
        List<String> lines = log.get().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    private static String logOf(SystemUnderTest system) {
        return system.ability(HasLogs.class)
                .map(logs -> String.join("\n", logs.logs().values()))
                .orElse("");
    }
}
