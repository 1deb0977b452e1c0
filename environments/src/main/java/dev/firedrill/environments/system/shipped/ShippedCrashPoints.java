package dev.firedrill.environments.system.shipped;

import dev.firedrill.environments.role.system.CrashPoints;
import dev.firedrill.environments.role.system.StartOptions;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntSupplier;

/** The failpoints of the shipped recovery. A process that stopped moving goes on as soon as a file is there. */
final class ShippedCrashPoints implements CrashPoints {
    private final Path goOn;
    private final IntSupplier death;

    /** @param death waits until the orchestrator dies by itself, and tells its exit code */
    ShippedCrashPoints(Path goOn, IntSupplier death) {
        this.goOn = goOn;
        this.death = death;
    }

    @Override
    public StartOptions dieAfter(int step) {
        return StartOptions.of("--halt-after", String.valueOf(step));
    }

    @Override
    public StartOptions stopAfter(int step) {
        return stopping("--pause-after", String.valueOf(step));
    }

    @Override
    public StartOptions stopAt(String step) {
        return stopping("--pause-at", step);
    }

    private StartOptions stopping(String option, String where) {
        try {
            Files.deleteIfExists(goOn);
        } catch (IOException e) {
            throw new EnvironmentFailure(goOn + " cannot be removed: " + e.getMessage(), e);
        }
        return StartOptions.of(option, where, "--pause-until", goOn.toString());
    }

    @Override
    public void letGo() {
        try {
            Files.createFile(goOn);
        } catch (IOException e) {
            throw new EnvironmentFailure(goOn + " cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public int awaitDeath() {
        return death.getAsInt();
    }
}
