package dev.firedrill.recovery.sets.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server of a PostgreSQL that is installed on the machine. */
final class InstalledServer implements AutoCloseable {
    private final Path home;
    private final Path data;
    private final int port;

    private InstalledServer(Path home, Path data, int port) {
        this.home = home;
        this.data = data;
        this.port = port;
    }

    static InstalledServer start(Path home) throws IOException {
        Path folder = Files.createTempDirectory("installed-postgres-");
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        InstalledServer server = new InstalledServer(home, folder.resolve("data"), port);
        server.run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "-D", server.data.toString());
        server.run(
                "pg_ctl",
                "-w",
                "-D",
                server.data.toString(),
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c unix_socket_directories= -c fsync=off",
                "start");
        return server;
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        run("pg_ctl", "-m", "immediate", "-D", data.toString(), "stop");
    }

    /** PostgreSQL refuses to run as root, which a container's user is: there, in a user namespace where it is nobody. */
    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.getParent().resolve(program + ".out").toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(Files.readString(data.getParent().resolve(program + ".out")));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
