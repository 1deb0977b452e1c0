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

    /** The modules of the recovery, each with tests of its own. */
    private static final List<String> MODULES = List.of("core", "stores", "orchestrator", "cli");

    private final ProcessSupervisor supervisor;
    private final List<Path> modules;
    private boolean sound;

    RecoverySuites(ProcessSupervisor supervisor, Path home) {
        this.supervisor = supervisor;
        this.modules = MODULES.stream()
                .map(module -> home.resolve("recovery").resolve(module))
                .toList();
    }

    /** Whether this is a checkout in which the tests were compiled. */
    boolean present() {
        return modules.stream()
                .allMatch(
                        module -> Files.isRegularFile(classPathFile(module)) && Files.isDirectory(testClasses(module)));
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
        return modules.stream()
                .map(module -> failing(module, classes, selection))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> failing(Path module, Optional<Path> classes, List<String> selection) {
        // Where the build runs them: some read files of the checkout.
        ManagedProcess tests = supervisor.start("suites", command(module, classes, selection), Map.of(), module);
        try {
            int exitCode = tests.awaitExit(Patience.FIRST_TIME);
            return exitCode == 0 || exitCode == NO_TESTS ? Optional.empty() : Optional.of(failed(tests));
        } catch (EnvironmentFailure late) {
            if (supervisor.closed()) {
                throw late;
            }
            return Optional.of("a test that does not end");
        } finally {
            tests.kill();
        }
    }

    private List<String> command(Path module, Optional<Path> classes, List<String> selection) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djunit.jupiter.execution.timeout.default=1m",
                "-cp",
                classPath(module, classes),
                LAUNCHER,
                "execute",
                "--disable-banner",
                "--disable-ansi-colors",
                "--details=none",
                "--scan-class-path=" + testClasses(module)));
        command.addAll(selection);
        return command;
    }

    private static String classPath(Path module, Optional<Path> classes) {
        List<String> parts = new ArrayList<>();
        classes.ifPresent(folder -> parts.add(folder.toAbsolutePath().toString()));
        parts.add(testClasses(module).toString());
        parts.add(module.resolve("target").resolve("classes").toString());
        try {
            parts.add(Files.readString(classPathFile(module)).strip());
        } catch (IOException unreadable) {
            throw new EnvironmentFailure(
                    classPathFile(module) + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        return String.join(File.pathSeparator, parts);
    }

    private static String failed(ManagedProcess tests) {
        Matcher named = FAILED.matcher(tests.tail(200));
        return named.find()
                ? named.group(1) + "." + named.group(2)
                : "the tests ended with code " + tests.awaitExit(Patience.PROMPT);
    }

    private static Path testClasses(Path module) {
        return module.resolve("target").resolve("test-classes");
    }

    private static Path classPathFile(Path module) {
        return module.resolve("target").resolve("test-class-path");
    }
}
