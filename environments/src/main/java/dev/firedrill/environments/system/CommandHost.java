package dev.firedrill.environments.system;

import dev.firedrill.environments.process.FileTrees;
import dev.firedrill.environments.process.ManagedProcess;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.EnvironmentFailure;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A process of the recovery that outlives its commands. A fresh JVM spends some two seconds of processor time on loading and
 * compiling before it does a tenth of that in work; a drill of a hundred scenarios would be mostly that. Commands share
 * nothing but the JVM, and a command that is killed takes the process with it, so that a kill stays what it is.
 */
public final class CommandHost implements AutoCloseable {
    /** The tool that is the shipped recovery. */
    private static final String SHIPPED = "recovery";
    /** The tool whose first argument names a deliberately wrong recovery, and that runs the others with it. */
    private static final String BROKEN = "broken-recovery";

    private static final String DRAFT = "classes.jsa";

    private final ProcessSupervisor supervisor;
    private final String name;
    private final Path folder;
    private final ClassArchive classes = ClassArchive.ofThisBuild();
    private final String token = UUID.randomUUID().toString();
    private Optional<ManagedProcess> process = Optional.empty();
    private Optional<Path> replaced = Optional.empty();

    /** Starts nothing yet; {@code folder} is the process's own. */
    public CommandHost(ProcessSupervisor supervisor, String name, Path folder) {
        this.supervisor = supervisor;
        this.name = name;
        this.folder = folder;
    }

    /**
     * Begins a command, in the process that ran the one before if that still lives and has the same classes.
     *
     * @param broken the deliberately wrong recovery that is to run it, if one is
     * @throws EnvironmentFailure when no process can be started
     */
    public HostedCommand begin(Optional<String> broken, List<String> arguments) {
        have(broken.flatMap(ReplacedClasses::folder));
        ManagedProcess running = process.filter(ManagedProcess::alive).orElseGet(this::start);
        process = Optional.of(running);
        long logStart = size(running.log());
        try {
            Socket connection = new Socket(InetAddress.getLoopbackAddress(), port());
            DataOutputStream out = new DataOutputStream(connection.getOutputStream());
            out.writeUTF(token);
            request(broken.filter(name -> replaced.isEmpty()), arguments).write(out);
            return HostedCommand.following(connection, running, logStart);
        } catch (IOException e) {
            throw new EnvironmentFailure("The process " + name + " does not take commands: " + e.getMessage()
                    + ". Its log ends:\n" + running.tail(20));
        }
    }

    private static HostedRequest request(Optional<String> broken, List<String> arguments) {
        if (broken.isEmpty()) {
            return new HostedRequest(SHIPPED, arguments);
        }
        List<String> words = new ArrayList<>(List.of(broken.get()));
        words.addAll(arguments);
        return new HostedRequest(BROKEN, words);
    }

    /** A process has its classes for life; and what one with other classes left on disk may be as wrong as they are. */
    private void have(Optional<Path> classes) {
        if (!replaced.equals(classes)) {
            close();
            FileTrees.discard(folder.resolve(StoreArguments.WORK));
            replaced = classes;
        }
    }

    private ManagedProcess start() {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(portFile());
        } catch (IOException e) {
            throw new EnvironmentFailure("The folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
        // An archive belongs to one class path, which another folder before it changes.
        List<String> archive = replaced.isPresent() ? List.of() : classes.useOrMake(folder.resolve(DRAFT));
        List<String> command = RecoveryCommand.host(archive, replaced, portFile());
        ManagedProcess started = supervisor.start(name, command, Map.of(HostMain.TOKEN, token), folder);
        started.awaitReady("it to take commands", Patience.START, () -> Files.exists(portFile()));
        return started;
    }

    /** Whether the process, when it ends in order, will leave its classes for those that come after it. */
    public boolean makesArchive() {
        return replaced.isEmpty() && process.filter(ManagedProcess::alive).isPresent() && classes.isMissing();
    }

    /** Ends the process in order, and with it what it runs. */
    public void stop() {
        process.ifPresent(running -> running.stop(Patience.START));
        classes.keep(folder.resolve(DRAFT));
        process = Optional.empty();
    }

    /** Ends the process as {@code kill -9} does. */
    @Override
    public void close() {
        process.ifPresent(ManagedProcess::kill);
        process = Optional.empty();
    }

    private Path portFile() {
        return folder.resolve("port");
    }

    private int port() throws IOException {
        return Integer.parseInt(Files.readString(portFile()));
    }

    private static long size(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new EnvironmentFailure("The log " + log + " cannot be read: " + e.getMessage(), e);
        }
    }
}
