package dev.firedrill.environments.process;

import dev.firedrill.environments.wait.Patience;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A harness to be killed: holds a supervisor with one child, tells both on its output and never ends by itself. */
final class SupervisorHolder {
    private SupervisorHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (ProcessSupervisor supervisor = ProcessSupervisor.open();
                PrintStream out =
                        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            ManagedProcess child =
                    supervisor.start("child", List.of("sleep", "600"), Map.of(), supervisor.directory("child"));
            out.println(supervisor.directory());
            out.println(child.pid());
            child.awaitExit(Patience.FIRST_TIME);
        }
    }
}
