package dev.firedrill.environments.system;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line that starts a process of the recovery. */
final class RecoveryCommand {
    private RecoveryCommand() {}

    /** @param replaced a folder whose classes come before those of the build */
    static List<String> host(List<String> jvmArguments, Optional<Path> replaced, Path portFile) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx512m"));
        command.addAll(jvmArguments);
        command.addAll(List.of("-cp", classPath(replaced), HostMain.class.getName(), portFile.toString()));
        return command;
    }

    private static String classPath(Optional<Path> replaced) {
        return replaced.map(folder -> folder.toAbsolutePath() + File.pathSeparator)
                        .orElse("")
                + classPath();
    }

    /**
     * The runnable jar where the build says which, so that tests drill what is shipped; else what runs now. Absolute, because
     * the process that gets it works in another folder.
     */
    static String classPath() {
        String parts = System.getProperty("firedrill.jar", System.getProperty("java.class.path"));
        return Stream.of(parts.split(File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
