package dev.firedrill.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The folders that commands write to. */
final class Outputs {
    private Outputs() {}

    /**
     * An empty name is the present folder to the machine, and an unset variable to the person who wrote it.
     *
     * @throws ParameterException when the folder that {@code option} names has an empty name
     */
    static void refuseNameless(CommandLine command, String option, Optional<Path> folder) {
        if (folder.filter(path -> path.toString().isBlank()).isPresent()) {
            throw new ParameterException(command, option + ": the name of the folder is empty");
        }
    }
}
