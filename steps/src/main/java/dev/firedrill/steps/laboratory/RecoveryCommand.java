package dev.firedrill.steps.laboratory;

import dev.firedrill.recovery.cli.RecoveryMain;
import dev.firedrill.steps.broken.BrokenMain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line that starts the shipped recovery, or a deliberately wrong one, in a process of its own. */
final class RecoveryCommand {
    private RecoveryCommand() {}

    static List<String> java(Optional<String> broken, List<String> jvmArguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx512m"));
        command.addAll(jvmArguments);
        command.addAll(List.of("-cp", classPath()));
        broken.ifPresentOrElse(
                name -> command.addAll(List.of(BrokenMain.class.getName(), name)),
                () -> command.add(RecoveryMain.class.getName()));
        return command;
    }

    /** The runnable jar where the build says which, so that tests drill what is shipped; else what runs now. */
    static String classPath() {
        return System.getProperty("firedrill.jar", System.getProperty("java.class.path"));
    }
}
