package dev.firedrill.environments.link;

import dev.firedrill.environments.process.ManagedProcess;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.HasLogs;
import dev.firedrill.environments.role.Link;
import dev.firedrill.environments.role.Links;
import dev.firedrill.environments.role.Supervised;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Product;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links through the real Toxiproxy, a process of the harness that listens on 127.0.0.1 only. */
public final class ToxiproxyProcess implements Links, HasLogs, Supervised {
    private static final int CONNECT_MILLIS = 500;

    private final ManagedProcess process;
    private final ToxiproxyLinks links;
    private final Product product;

    private ToxiproxyProcess(ManagedProcess process, ToxiproxyLinks links) {
        this.process = process;
        this.links = links;
        product = new Product("toxiproxy", "Toxiproxy", links.product().version(), true);
    }

    /**
     * Starts Toxiproxy without links.
     *
     * @param binary its server
     * @param supervisor what holds the process and its log
     * @throws EnvironmentFailure when it does not come up; the message holds the end of its log
     */
    public static ToxiproxyProcess open(Path binary, ProcessSupervisor supervisor) {
        InetSocketAddress api =
                new InetSocketAddress("127.0.0.1", supervisor.ports().free());
        String name = supervisor.newName("toxiproxy");
        // The counters tell how much came over a link.
        List<String> command =
                List.of(binary.toString(), "-host=127.0.0.1", "-port=" + api.getPort(), "-proxy-metrics");
        ManagedProcess process = supervisor.start(name, command, Map.of(), supervisor.directory(name));
        boolean up = false;
        try {
            process.awaitReady("Toxiproxy to answer", Patience.START, () -> listens(api));
            ToxiproxyProcess opened = new ToxiproxyProcess(process, ToxiproxyLinks.at(api, supervisor.ports()));
            up = true;
            return opened;
        } finally {
            if (!up) {
                process.kill();
            }
        }
    }

    @Override
    public Product product() {
        return product;
    }

    @Override
    public Link open(String name, InetSocketAddress upstream) {
        return new MeteredLink(links.open(name, upstream));
    }

    @Override
    public void heal() {
        links.heal();
    }

    @Override
    public Optional<String> endedByItself() {
        return process.endedByItself();
    }

    @Override
    public Map<String, String> logs() {
        try {
            return Map.of(process.name(), Files.readString(process.log()));
        } catch (IOException unreadable) {
            throw new EnvironmentFailure(
                    "The log of " + process.name() + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public synchronized void close() {
        if (process.alive()) {
            try {
                links.close();
            } finally {
                process.kill();
            }
        }
    }

    private static boolean listens(InetSocketAddress api) {
        try (Socket probe = new Socket()) {
            probe.connect(api, CONNECT_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
