package dev.firedrill.environments.system;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A wrong recovery that consists of the shipped one with a few classes replaced. Its name says where these are; they come
 * before the shipped ones on the class path of every process that runs it.
 */
public final class ReplacedClasses {
    private static final String PREFIX = "classes:";

    private ReplacedClasses() {}

    /** The name of the recovery whose replaced classes lie in {@code folder}. */
    public static String named(Path folder) {
        return PREFIX + folder.toAbsolutePath();
    }

    /** Where the replaced classes of a wrong recovery lie; empty when it goes by another name. */
    public static Optional<Path> folder(String name) {
        return name.startsWith(PREFIX) ? Optional.of(Path.of(name.substring(PREFIX.length()))) : Optional.empty();
    }
}
