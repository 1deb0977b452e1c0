package dev.firedrill.environments.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.junit.jupiter.api.Test;

class SeveringConnectorTest {
    private static final int STOPS = 200;
    private static final int FEWER_THAN_THE_KERNEL_QUEUES = 40;
    private static final int PATIENCE_MILLIS = 500;

    @Test
    void a_server_that_stops_closes_its_port_and_every_connection_however_new_it_is() throws Exception {
        int waitsInVain = 0;
        for (int stop = 0; stop < STOPS; stop++) {
            Server server = new Server();
            server.setStopTimeout(0);
            SeveringConnector port = new SeveringConnector(server, new HttpConnectionFactory());
            port.setHost(InetAddress.getLoopbackAddress().getHostAddress());
            server.addConnector(port);
            LifeCycle.start(server);
            InetSocketAddress address = new InetSocketAddress(port.getHost(), port.getLocalPort());
            CountDownLatch some = new CountDownLatch(5);
            CompletableFuture<List<Socket>> clients = CompletableFuture.supplyAsync(() -> connect(address, some));
            some.await();

            LifeCycle.stop(server);

            requireFree(address);
            for (Socket client : clients.join()) {
                waitsInVain += isEnded(client) ? 0 : 1;
                client.close();
            }
        }

        // The kernel forgets one now and then, as it does for a process that is killed; Jetty alone forgets dozens.
        assertThat(waitsInVain).isLessThan(STOPS / 8);
    }

    /** Connects until that is refused or enough have. */
    private static List<Socket> connect(InetSocketAddress address, CountDownLatch connected) {
        List<Socket> clients = new ArrayList<>();
        while (clients.size() < FEWER_THAN_THE_KERNEL_QUEUES) {
            try {
                Socket client = new Socket(address.getAddress(), address.getPort());
                client.setSoTimeout(PATIENCE_MILLIS);
                clients.add(client);
                connected.countDown();
            } catch (IOException refused) {
                return clients;
            }
        }
        return clients;
    }

    private static void requireFree(InetSocketAddress address) throws IOException {
        try (ServerSocket next = new ServerSocket()) {
            next.setReuseAddress(true);
            next.bind(address);
        }
    }

    private static boolean isEnded(Socket client) throws IOException {
        try {
            return client.getInputStream().read() < 0;
        } catch (SocketTimeoutException waitsInVain) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }
}
