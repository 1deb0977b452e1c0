package dev.firedrill.environments.process;

import dev.firedrill.environments.wait.Patience;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A harness to be killed: holds a leash with one child, tells both on its output and never ends by itself. */
final class LeashHolder {
    private LeashHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (ProcessSupervisor leash = ProcessSupervisor.open();
                PrintStream out =
                        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            ManagedProcess child = leash.start("child", List.of("sleep", "600"), Map.of(), leash.directory("child"));
            out.println(leash.directory());
            out.println(child.pid());
            child.awaitExit(Patience.FIRST_TIME);
        }
    }
}
