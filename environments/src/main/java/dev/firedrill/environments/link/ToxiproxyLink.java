package dev.firedrill.environments.link;

import dev.firedrill.environments.process.Ports;
import dev.firedrill.environments.role.Link;
import dev.firedrill.environments.role.Outage;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Witness;
import eu.rekawek.toxiproxy.Proxy;
import eu.rekawek.toxiproxy.model.Toxic;
import eu.rekawek.toxiproxy.model.ToxicDirection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** One link, as a proxy of Toxiproxy. */
final class ToxiproxyLink implements Link {
    private final Proxy proxy;
    private final InetSocketAddress address;
    private final LinkProbe probe;
    private final Metrics metrics;
    private final Set<Fault> faults = new LinkedHashSet<>();
    private int caused;

    ToxiproxyLink(Proxy proxy, InetSocketAddress upstream, Metrics metrics) {
        this.proxy = proxy;
        this.metrics = metrics;
        int colon = proxy.getListen().lastIndexOf(':');
        address = new InetSocketAddress(
                "127.0.0.1", Integer.parseInt(proxy.getListen().substring(colon + 1)));
        probe = new LinkProbe(proxy.getName(), address, upstream);
    }

    @Override
    public String name() {
        return proxy.getName();
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public Outage cut() {
        return inEffect(List.of(), probe::cut, "cut");
    }

    @Override
    public Outage silence() {
        return disturb(
                "silence",
                probe::silence,
                name -> List.of(
                        proxy.toxics().timeout(name + "-up", ToxicDirection.UPSTREAM, 0),
                        proxy.toxics().timeout(name + "-down", ToxicDirection.DOWNSTREAM, 0)));
    }

    @Override
    public Outage delay(Duration delay) {
        long millis = delay.toMillis();
        return disturb(
                "delay",
                () -> probe.delay(delay),
                name -> List.of(
                        proxy.toxics().latency(name + "-up", ToxicDirection.UPSTREAM, millis),
                        proxy.toxics().latency(name + "-down", ToxicDirection.DOWNSTREAM, millis)));
    }

    @Override
    public Outage endAfter(long bytes) {
        return disturb(
                "limit",
                () -> probe.endAfter(bytes),
                name -> List.of(proxy.toxics().limitData(name, ToxicDirection.DOWNSTREAM, bytes)));
    }

    @Override
    public long bytesReceived() {
        return metrics.bytesFromServer(name());
    }

    synchronized void heal() {
        List.copyOf(faults).forEach(Fault::close);
    }

    void close() {
        tell("remove", proxy::delete);
    }

    private interface Cause {
        List<Toxic> toxics(String name) throws IOException;
    }

    private interface Order {
        void give() throws IOException;
    }

    private synchronized Outage disturb(String kind, Supplier<Witness> witness, Cause cause) {
        caused++;
        try {
            return inEffect(cause.toxics(kind + "-" + caused), witness, kind);
        } catch (IOException refused) {
            throw broken(kind, refused);
        }
    }

    private synchronized Outage inEffect(List<Toxic> toxics, Supplier<Witness> witness, String kind) {
        Fault fault = new Fault(toxics, witness);
        if (toxics.isEmpty()) {
            tell(kind, proxy::disable);
        }
        faults.add(fault);
        return fault;
    }

    private synchronized void end(Fault fault) {
        if (!faults.contains(fault)) {
            return;
        }
        for (Toxic toxic : fault.toxics) {
            tell("heal", toxic::remove);
        }
        boolean stillCut = faults.stream().anyMatch(other -> other != fault && other.cuts());
        if (fault.cuts() && !stillCut) {
            tell("heal", () -> Ports.open(proxy::enable));
        }
        // A fault that could not be healed stays one, and the next healing of the link tries again.
        faults.remove(fault);
    }

    private void tell(String what, Order order) {
        try {
            order.give();
        } catch (IOException refused) {
            throw broken(what, refused);
        }
    }

    private EnvironmentFailure broken(String what, IOException reason) {
        return new EnvironmentFailure(
                "The proxy did not " + what + " the link " + name() + ": " + reason.getMessage(), reason);
    }

    /** A fault in effect; without toxics it is a cut. */
    private final class Fault implements Outage {
        private final List<Toxic> toxics;
        private final Supplier<Witness> witness;

        Fault(List<Toxic> toxics, Supplier<Witness> witness) {
            this.toxics = toxics;
            this.witness = witness;
        }

        boolean cuts() {
            return toxics.isEmpty();
        }

        @Override
        public Witness witness() {
            return witness.get();
        }

        @Override
        public void close() {
            end(this);
        }
    }
}
