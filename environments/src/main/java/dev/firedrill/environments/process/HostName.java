package dev.firedrill.environments.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine calls itself: the kernel's word, which asks no name server. */
public final class HostName {
    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    /** The name, or {@code unnamed}. */
    public static String ofThisMachine() {
        try {
            String name = Files.readString(KERNEL).strip().replaceAll("[^A-Za-z0-9._-]", "-");
            return name.isEmpty() ? "unnamed" : name;
        } catch (IOException unreadable) {
            return "unnamed";
        }
    }
}
