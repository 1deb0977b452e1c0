package dev.firedrill.scenarios;

import dev.firedrill.environments.role.system.Settlement;
import dev.firedrill.environments.role.system.StartOptions;
import dev.firedrill.environments.role.system.SystemApi;
import dev.firedrill.environments.role.system.SystemUnderTest;
import dev.firedrill.model.ClusterAddress;
import dev.firedrill.model.Product;
import dev.firedrill.model.SystemStatement;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A system that was never started, for what is asked of a system without asking its processes anything.
 *
 * @param abilities what it can do, by the interface of the ability
 */
public record ScriptedSystem(Map<Class<?>, Object> abilities) implements SystemUnderTest {
    /** One that can do nothing that not every system can. */
    public static ScriptedSystem withoutAbilities() {
        return new ScriptedSystem(Map.of());
    }

    /** One with a single ability. */
    public static <T> ScriptedSystem able(Class<T> ability, T how) {
        return new ScriptedSystem(Map.of(ability, how));
    }

    @Override
    public Product product() {
        return new Product("scripted", "Porch", "1.6.0", true);
    }

    @Override
    public <T> Optional<T> ability(Class<T> ability) {
        return Optional.ofNullable(abilities.get(ability)).map(ability::cast);
    }

    @Override
    public SystemApi api() {
        return SystemApi.open(URI.create("http://127.0.0.1:1"));
    }

    @Override
    public boolean alive() {
        return false;
    }

    @Override
    public List<Long> pids() {
        return List.of();
    }

    @Override
    public Optional<Instant> startedAt() {
        return Optional.empty();
    }

    @Override
    public Optional<SystemStatement> said() {
        return Optional.empty();
    }

    @Override
    public void start(StartOptions options) {
        throw neverStarted();
    }

    @Override
    public void prepare(ClusterAddress cluster) {
        throw neverStarted();
    }

    @Override
    public Settlement settle(Instant since) {
        throw neverStarted();
    }

    @Override
    public void look(Instant since) {
        throw neverStarted();
    }

    @Override
    public void end() {}

    @Override
    public void kill() {}

    @Override
    public void standStill() {}

    @Override
    public void goOn() {}

    @Override
    public void close() {}

    private static IllegalStateException neverStarted() {
        return new IllegalStateException("this system is never started");
    }
}
