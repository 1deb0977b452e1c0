package dev.firedrill.environments.git.embedded;

import dev.firedrill.environments.git.RepositoryNames;
import dev.firedrill.environments.http.SeveringConnector;
import dev.firedrill.environments.process.Ports;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.GitAddress;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.http.server.GitServlet;
import org.eclipse.jgit.http.server.resolver.AsIsFileService;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.ReceivePack;

/** Git's smart HTTP protocol on one port of 127.0.0.1, for as long as it is open. */
final class SmartHttp implements AutoCloseable {
    private static final int MOST_THREADS = 64;

    private final Server server;

    private SmartHttp(Server server) {
        this.server = server;
    }

    /**
     * Opens the port.
     *
     * @param checkObjects whether objects that git's own client would not write are refused
     */
    static SmartHttp open(
            int port,
            GitAddress login,
            BareRepositories repositories,
            Traffic traffic,
            RequestCount requests,
            boolean checkObjects) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("git-server");
        threads.setDaemon(true);
        Server server = new Server(threads);
        // No time for requests under way to end: a stop of this server plays a disaster.
        server.setStopTimeout(0);
        ServerConnector connector = new SeveringConnector(server, new HttpConnectionFactory());
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setReuseAddress(true);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addFilter(new FilterHolder(new PasswordFilter(login)), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addFilter(new FilterHolder(requests), "/*", EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(servlet(repositories, traffic, checkObjects)), "/*");
        server.setHandler(context);
        try {
            Ports.open(connector::open);
        } catch (IOException taken) {
            throw new EnvironmentFailure(
                    "The git server cannot listen on port " + port + " of 127.0.0.1: " + taken.getMessage()
                            + "; end what holds it",
                    taken);
        }
        LifeCycle.start(server);
        return new SmartHttp(server);
    }

    private static GitServlet servlet(BareRepositories repositories, Traffic traffic, boolean checkObjects) {
        GitServlet servlet = new GitServlet();
        servlet.setRepositoryResolver((request, path) -> repository(repositories, path));
        servlet.setReceivePackFactory((request, open) -> receive(open, traffic, checkObjects));
        servlet.setAsIsFileService(AsIsFileService.DISABLED);
        return servlet;
    }

    private static Repository repository(BareRepositories repositories, String path)
            throws RepositoryNotFoundException {
        String name = path.endsWith(".git") ? path.substring(0, path.length() - ".git".length()) : path;
        if (!RepositoryNames.isSafe(name) || !repositories.has(name)) {
            throw new RepositoryNotFoundException(path);
        }
        try {
            return repositories.open(name);
        } catch (IOException unreadable) {
            throw new RepositoryNotFoundException(path, unreadable);
        }
    }

    private static ReceivePack receive(Repository open, Traffic traffic, boolean checkObjects) {
        String name = BareRepositories.name(open.getDirectory().toPath());
        ReceivePack push = new GuardedReceivePack(open, traffic, name);
        push.setCheckReceivedObjects(checkObjects);
        return push;
    }

    /** Ends every connection and closes the port. */
    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
