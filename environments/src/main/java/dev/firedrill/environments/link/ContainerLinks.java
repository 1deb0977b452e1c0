package dev.firedrill.environments.link;

import dev.firedrill.environments.docker.ContainerSpec;
import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.docker.RunningContainer;
import dev.firedrill.environments.role.HasLogs;
import dev.firedrill.environments.role.Link;
import dev.firedrill.environments.role.Links;
import dev.firedrill.environments.role.Supervised;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Product;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Links through Toxiproxy in a container. The container shares this machine's network, so that a link can listen on any
 * local port and lead to stores that are not in containers: any mix of forms works, and a cut link's port is closed as
 * Toxiproxy closes it and not kept open by the engine.
 */
public final class ContainerLinks implements Links, HasLogs, Supervised {
    private static final int CONNECT_MILLIS = 500;

    private final RunningContainer container;
    private final ToxiproxyLinks links;
    private final Product product;

    private ContainerLinks(RunningContainer container, ToxiproxyLinks links) {
        this.container = container;
        this.links = links;
        Product inside = links.product();
        product = new Product("containers", inside.product(), inside.version(), inside.real());
    }

    /**
     * Starts Toxiproxy without links.
     *
     * @throws EnvironmentFailure when it does not come up
     */
    public static ContainerLinks open(Engine engine) {
        InetSocketAddress api =
                new InetSocketAddress("127.0.0.1", engine.ports().free());
        // The counters tell how much came over a link.
        ContainerSpec spec = ContainerSpec.of("toxiproxy", engine.image(Images.Of.TOXIPROXY))
                .command(List.of("-host=127.0.0.1", "-port=" + api.getPort(), "-proxy-metrics"))
                .onHostNetwork()
                .build();
        RunningContainer container = RunningContainer.start(engine, spec);
        boolean up = false;
        try {
            container.awaitReady("Toxiproxy to answer", Patience.START, () -> listens(api.getPort()));
            ContainerLinks opened = new ContainerLinks(container, ToxiproxyLinks.at(api, engine.ports()));
            up = true;
            return opened;
        } finally {
            if (!up) {
                container.destroy();
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
    public synchronized Optional<String> endedByItself() {
        return container.endedByItself();
    }

    @Override
    public synchronized Map<String, String> logs() {
        return container.logs();
    }

    @Override
    public synchronized void close() {
        if (container.exists()) {
            try {
                links.close();
            } finally {
                container.destroy();
            }
        }
    }

    private static boolean listens(int port) {
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
