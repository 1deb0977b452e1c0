package dev.firedrill.proof.mutation;

import dev.firedrill.environments.process.ManagedProcess;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.EnvironmentFailure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The recovery's own tests, run in a process of their own against classes that come before the shipped ones. */
final class RecoverySuites {
    private static final String LAUNCHER = "org.junit.platform.console.ConsoleLauncher";
    private static final String PACKAGE = "dev.firedrill.recovery";
    private static final int NO_TESTS = 2;
    private static final Pattern FAILED =
            Pattern.compile("MethodSource \\[className = '([^']+)', methodName = '([^']+)'");

    private final ProcessSupervisor leash;
    private final Path module;
    private final Path target;
    private boolean sound;

    RecoverySuites(ProcessSupervisor leash, Path home) {
        this.leash = leash;
        this.module = home.resolve("recovery");
        this.target = module.resolve("target");
    }

    /** Whether this is a checkout in which the tests were compiled. */
    boolean present() {
        return Files.isRegularFile(classPathFile()) && Files.isDirectory(testClasses());
    }

    /**
     * The first test that fails with {@code classes} put before the shipped ones; tests of the same package run first.
     *
     * @throws EnvironmentFailure when a test fails with the shipped classes: then none of them can say anything of a mutant
     */
    Optional<String> failing(BytecodeMutant mutant, Path classes) {
        requireSoundAsShipped();
        String ownPackage = mutant.className().substring(0, mutant.className().lastIndexOf('.'));
        return failing(Optional.of(classes), List.of("--include-package", ownPackage))
                .or(() -> failing(
                        Optional.of(classes), List.of("--include-package", PACKAGE, "--exclude-package", ownPackage)));
    }

    private void requireSoundAsShipped() {
        if (!sound) {
            failing(Optional.empty(), List.of("--include-package", PACKAGE)).ifPresent(test -> {
                throw new EnvironmentFailure(
                        test + " fails with the shipped recovery, so that the recovery's own tests can"
                                + " say nothing of a mutant; mend it, or build the whole checkout anew");
            });
            sound = true;
        }
    }

    private Optional<String> failing(Optional<Path> classes, List<String> selection) {
        // Where the build runs them: some read files of the checkout.
        ManagedProcess tests = leash.start("suites", command(classes, selection), Map.of(), module);
        try {
            int exitCode = tests.awaitExit(Patience.FIRST_TIME);
            return exitCode == 0 || exitCode == NO_TESTS ? Optional.empty() : Optional.of(failed(tests));
        } catch (EnvironmentFailure late) {
            if (leash.closed()) {
                throw late;
            }
            return Optional.of("a test that does not end");
        } finally {
            tests.kill();
        }
    }

    private List<String> command(Optional<Path> classes, List<String> selection) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djunit.jupiter.execution.timeout.default=1m",
                "-cp",
                classPath(classes),
                LAUNCHER,
                "execute",
                "--disable-banner",
                "--disable-ansi-colors",
                "--details=none",
                "--scan-class-path=" + testClasses()));
        command.addAll(selection);
        return command;
    }

    private String classPath(Optional<Path> classes) {
        List<String> parts = new ArrayList<>();
        classes.ifPresent(folder -> parts.add(folder.toAbsolutePath().toString()));
        parts.add(testClasses().toString());
        parts.add(target.resolve("classes").toString());
        try {
            parts.add(Files.readString(classPathFile()).strip());
        } catch (IOException unreadable) {
            throw new EnvironmentFailure(classPathFile() + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        return String.join(File.pathSeparator, parts);
    }

    private static String failed(ManagedProcess tests) {
        Matcher named = FAILED.matcher(tests.tail(200));
        return named.find()
                ? named.group(1) + "." + named.group(2)
                : "the tests ended with code " + tests.awaitExit(Patience.PROMPT);
    }

    private Path testClasses() {
        return target.resolve("test-classes");
    }

    private Path classPathFile() {
        return target.resolve("test-class-path");
    }
}
