package dev.firedrill.recovery.git.transport;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.transport.BasePackFetchConnection;
import org.eclipse.jgit.transport.BasePackPushConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PackTransport;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UploadPack;
import org.eclipse.jgit.util.FS;

/**
 * A repository in a folder of this machine, served by a thread of this process. JGit's own transport for folders prints what
 * its server side stumbles over as a stack trace and tells its client nothing; this one makes it the client's failure.
 */
public final class FolderTransport extends Transport implements PackTransport {
    private final File folder;

    private FolderTransport(Repository clone, URIish uri, File folder) {
        super(clone, uri);
        this.folder = folder;
    }

    /** The transport to the repository in the folder that {@code uri} names; empty when it names none. */
    static Optional<Transport> to(Repository clone, URIish uri) {
        return "file".equals(uri.getScheme())
                ? Optional.ofNullable(FileKey.resolve(new File(uri.getPath()), FS.DETECTED))
                        .map(folder -> new FolderTransport(clone, uri, folder))
                : Optional.empty();
    }

    @Override
    public FetchConnection openFetch() throws TransportException {
        return new Fetch(new Server(FolderTransport::upload));
    }

    @Override
    public PushConnection openPush() throws TransportException {
        return new Push(new Server((remote, in, out) -> new ReceivePack(remote).receive(in, out, null)));
    }

    private static void upload(Repository remote, InputStream in, OutputStream out) throws IOException {
        if (!remote.getObjectDatabase().getShallowCommits().isEmpty()) {
            throw new IOException("it is a shallow clone");
        }
        try (UploadPack pack = new UploadPack(remote)) {
            pack.setAdvertisedRefs(refs(remote));
            pack.uploadWithExceptionPropagation(in, out, null);
        }
    }

    /** All refs; one whose object is not there is listed too, so that it fails by itself when it is asked for. */
    private static Map<String, Ref> refs(Repository remote) throws IOException {
        Map<String, Ref> refs = new TreeMap<>();
        for (Ref ref : remote.getRefDatabase().getRefs()) {
            ObjectId id = ref.getObjectId();
            if (id != null) {
                boolean whole = remote.getObjectDatabase().has(id);
                refs.put(
                        ref.getName(), whole ? ref : new ObjectIdRef.PeeledNonTag(ref.getStorage(), ref.getName(), id));
            }
        }
        return refs;
    }

    @Override
    public void close() {
        // Each connection ends its own server.
    }

    @FunctionalInterface
    private interface Service {
        void serve(Repository remote, InputStream in, OutputStream out) throws IOException;
    }

    @FunctionalInterface
    private interface Exchange {
        void run() throws TransportException;
    }

    /** The other end of a connection. */
    private final class Server implements AutoCloseable {
        private final PipedInputStream toClient = new PipedInputStream();
        private final PipedOutputStream fromClient = new PipedOutputStream();
        private final Thread thread;
        private volatile Optional<Throwable> failure = Optional.empty();

        Server(Service service) throws TransportException {
            try {
                OutputStream answers = new PipedOutputStream(toClient);
                // A client may write as much before it reads again.
                InputStream questions = new PipedInputStream(fromClient, Fetch.BURST);
                thread = new Thread(() -> serve(service, questions, answers), "git-folder");
            } catch (IOException e) {
                throw new TransportException(uri, "it cannot be served", e);
            }
            thread.setDaemon(true);
            thread.start();
        }

        private void serve(Service service, InputStream questions, OutputStream answers) {
            try (questions;
                    answers;
                    Repository remote = new RepositoryBuilder()
                            .setFS(FS.DETECTED)
                            .setGitDir(folder)
                            .setMustExist(true)
                            .build()) {
                try {
                    service.serve(remote, questions, answers);
                } catch (IOException | RuntimeException e) {
                    // Before the pipes are closed, so that the client that sees their end finds the cause.
                    failure = Optional.of(e);
                }
            } catch (IOException e) {
                failure = failure.or(() -> Optional.of(e));
            }
        }

        /**
         * Does something as a client.
         *
         * @throws TransportException with what made the server stop, and else with what the client stumbled over
         */
        void during(Exchange exchange) throws TransportException {
            try {
                exchange.run();
            } catch (TransportException seen) {
                close();
                throw failure.map(why -> new TransportException(uri, String.valueOf(why.getMessage()), why))
                        .orElse(seen);
            }
        }

        @Override
        public void close() {
            try {
                fromClient.close();
                toClient.close();
                thread.join();
            } catch (IOException e) {
                failure = failure.or(() -> Optional.of(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class Fetch extends BasePackFetchConnection {
        private static final int BURST = MIN_CLIENT_BUFFER;
        private final Server server;

        Fetch(Server server) throws TransportException {
            super(FolderTransport.this);
            this.server = server;
            init(server.toClient, server.fromClient);
            server.during(this::readAdvertisedRefs);
        }

        @Override
        protected void doFetch(
                ProgressMonitor monitor, Collection<Ref> want, Set<ObjectId> have, OutputStream outputStream)
                throws TransportException {
            server.during(() -> super.doFetch(monitor, want, have, outputStream));
        }

        @Override
        public void close() {
            super.close();
            server.close();
        }
    }

    private final class Push extends BasePackPushConnection {
        private final Server server;

        Push(Server server) throws TransportException {
            super(FolderTransport.this);
            this.server = server;
            init(server.toClient, server.fromClient);
            server.during(this::readAdvertisedRefs);
        }

        @Override
        protected void doPush(
                ProgressMonitor monitor, Map<String, RemoteRefUpdate> refUpdates, OutputStream outputStream)
                throws TransportException {
            server.during(() -> super.doPush(monitor, refUpdates, outputStream));
        }

        @Override
        public void close() {
            super.close();
            server.close();
        }
    }
}
