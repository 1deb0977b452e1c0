package dev.firedrill.environments.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Names one process for good: a pid alone is reused.
 *
 * @param pid the process id
 * @param started the start time in clock ticks since boot, as {@code /proc} tells it
 */
record ProcessIdentity(long pid, String started) {
    static final String UNKNOWN = "0";

    static ProcessIdentity ofThisJvm() {
        return of(ProcessHandle.current());
    }

    static ProcessIdentity of(ProcessHandle handle) {
        return new ProcessIdentity(handle.pid(), startOf(handle.pid()));
    }

    /** A number for the space in which pids are counted here; containers have their own. */
    static String namespace() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/ns/pid"))
                    .toString()
                    .replaceAll("\\D", "");
        } catch (IOException untold) {
            return UNKNOWN;
        }
    }

    boolean runs() {
        return !started.equals(UNKNOWN) && startOf(pid).equals(started);
    }

    /** A zombie counts as gone: it holds nothing any more, and a slow new parent may leave it so for long. */
    private static String startOf(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The second field is the command's name and may hold blanks and brackets; plain fields follow its last
            // bracket.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return fields[0].equals("Z") ? UNKNOWN : fields[19];
        } catch (IOException gone) {
            return UNKNOWN;
        }
    }
}
