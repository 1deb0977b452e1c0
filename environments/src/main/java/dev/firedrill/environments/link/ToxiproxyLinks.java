package dev.firedrill.environments.link;

import dev.firedrill.environments.link.toxiproxy.ToxiproxyServer;
import dev.firedrill.environments.process.Ports;
import dev.firedrill.environments.role.Link;
import dev.firedrill.environments.role.Links;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Product;
import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Links led through Toxiproxy, or through the stand-in for it: everything here is said to the HTTP API at one address,
 * and the same is said to both. Safe for use by several threads.
 */
public final class ToxiproxyLinks implements Links {
    private final InetSocketAddress api;
    private final Ports ports;
    private final ToxiproxyClient client;
    private final @Nullable ToxiproxyServer ours;
    private final List<ToxiproxyLink> links = new ArrayList<>();

    private ToxiproxyLinks(InetSocketAddress api, Ports ports, @Nullable ToxiproxyServer ours) {
        this.api = api;
        this.ports = ports;
        this.ours = ours;
        client = new ToxiproxyClient(api.getHostString(), api.getPort());
    }

    /** Links through a stand-in for Toxiproxy that runs inside the harness and ends with the links. */
    public static ToxiproxyLinks embedded(Ports ports) {
        ToxiproxyServer server = ToxiproxyServer.open(ports);
        return new ToxiproxyLinks(server.address(), ports, server);
    }

    /** Links through a Toxiproxy that runs already, on this machine, and whose API listens at {@code api}. */
    public static ToxiproxyLinks at(InetSocketAddress api, Ports ports) {
        return new ToxiproxyLinks(api, ports, null);
    }

    @Override
    public Product product() {
        return ours != null
                ? new Product("embedded", "TCP proxy with Toxiproxy's API", ToxiproxyServer.VERSION, false)
                : new Product("existing", "Toxiproxy", version(), true);
    }

    @Override
    public synchronized Link open(String name, InetSocketAddress upstream) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("'" + name + "' does not name a link: use letters, digits and dashes");
        }
        try {
            String target = upstream.getHostString() + ":" + upstream.getPort();
            // Left to itself, Toxiproxy takes a port from the range of outgoing connections. While the link is cut
            // one of those can take it: even that of somebody who tries the link, who is then connected to himself.
            Proxy proxy = client.createProxy(name, "127.0.0.1:" + ports.free(), target);
            ToxiproxyLink link = new ToxiproxyLink(proxy, upstream, new Metrics(api));
            links.add(link);
            return link;
        } catch (IOException refused) {
            throw new EnvironmentFailure(
                    "The link " + name + " to " + upstream + " could not be opened through the proxy at " + api + ": "
                            + refused.getMessage(),
                    refused);
        }
    }

    @Override
    public synchronized void heal() {
        links.forEach(ToxiproxyLink::heal);
    }

    @Override
    public synchronized void close() {
        heal();
        links.forEach(ToxiproxyLink::close);
        links.clear();
        if (ours != null) {
            ours.close();
        }
    }

    private String version() {
        try {
            return client.version().replaceAll("[^0-9A-Za-z.-]|version", "");
        } catch (IOException silent) {
            throw new EnvironmentFailure(
                    "No Toxiproxy answers at " + api + ": " + silent.getMessage() + "; start it or use embedded links",
                    silent);
        }
    }
}
