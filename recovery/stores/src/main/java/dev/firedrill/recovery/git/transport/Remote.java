package dev.firedrill.recovery.git.transport;

import dev.firedrill.recovery.model.GitView.Obstacle;
import dev.firedrill.recovery.port.Credentials;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;

/** The conversation with one git server about one repository, with bounded patience. */
public final class Remote {
    private static final int ATTEMPTS = 2;
    private static final long QUICK_FAILURE_NANOS = 1_000_000_000L;
    private static final Set<String> SCHEMES = Set.of("http", "https", "file");

    private final String url;
    private final Optional<Credentials> credentials;
    private final GitHttp http;
    private final ServerBackoff backoff;

    public Remote(String url, Optional<Credentials> credentials, GitHttp http, ServerBackoff backoff) {
        this.url = url;
        this.credentials = credentials;
        this.http = http;
        this.backoff = backoff;
    }

    /** What a failure means; the server's own answer says more than what JGit makes of it. */
    private GitFailure failure(Exception failure) {
        Optional<ServerAnswer> refusal = http.refusal();
        if (refusal.isEmpty()) {
            return GitFailure.of(url, failure);
        }
        return refusal.get().asksToComeLater()
                ? GitFailure.later(url, backoff.note(url, refusal.get()))
                : GitFailure.of(url, refusal.get(), credentials, failure);
    }

    /** Branches and tags by full name, as the server has them now. */
    public Map<String, ObjectId> refs(Repository clone) throws GitFailure {
        return patiently(clone, transport -> {
            Map<String, ObjectId> refs = new TreeMap<>();
            try (FetchConnection connection = transport.openFetch()) {
                for (Ref ref : connection.getRefs()) {
                    if (isMirrored(ref)) {
                        refs.put(ref.getName(), ref.getObjectId());
                    }
                }
            }
            return refs;
        });
    }

    private static boolean isMirrored(Ref ref) {
        String name = ref.getName();
        return ref.getObjectId() != null && (name.startsWith("refs/heads/") || name.startsWith("refs/tags/"));
    }

    /**
     * Brings objects and all that they lead to. What no ref of the server points to any more is not asked for.
     *
     * @return those that were asked for
     * @throws NotSent when the server was reached and did not send them
     */
    public Collection<ObjectId> fetch(Repository clone, Collection<ObjectId> wanted) throws GitFailure, NotSent {
        try (Transport transport = open(clone);
                FetchConnection connection = transport.openFetch()) {
            Map<ObjectId, Ref> listed = new LinkedHashMap<>();
            for (Ref ref : connection.getRefs()) {
                if (isMirrored(ref) && wanted.contains(ref.getObjectId())) {
                    listed.putIfAbsent(ref.getObjectId(), ref);
                }
            }
            if (!listed.isEmpty()) {
                receive(connection, listed.values());
            }
            return listed.keySet();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void receive(FetchConnection connection, Collection<Ref> refs) throws GitFailure, NotSent {
        try {
            connection.fetch(NullProgressMonitor.INSTANCE, refs, Set.of());
        } catch (TransportException | RuntimeException e) {
            GitFailure failure = failure(e);
            if (failure.isOfTheWay()) {
                throw failure;
            }
            throw new NotSent(String.valueOf(failure.getMessage()));
        }
    }

    /** A server that was reached did not send what it lists. */
    public static final class NotSent extends Exception {
        private static final long serialVersionUID = 1L;

        NotSent(String reason) {
            super(reason);
        }

        /** As a clause, without the stop of a sentence. */
        public String reason() {
            return String.valueOf(getMessage()).replaceFirst("\\.$", "");
        }
    }

    /** Pushes all of {@code updates} or none; a failed connection leaves it open which. */
    public Collection<RemoteRefUpdate> push(Repository clone, List<RemoteRefUpdate> updates) throws GitFailure {
        try (Transport transport = open(clone)) {
            transport.setPushAtomic(true);
            PushResult result = transport.push(NullProgressMonitor.INSTANCE, updates);
            return result.getRemoteUpdates();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private <T> T patiently(Repository clone, Conversation<T> conversation) throws GitFailure {
        for (int attempt = 1; ; attempt++) {
            long start = System.nanoTime();
            try (Transport transport = open(clone)) {
                T result = conversation.hold(transport);
                backoff.forget(url);
                return result;
            } catch (IOException e) {
                GitFailure failure = failure(e);
                // A slow failure has used up the patience that a pass over many repositories can afford.
                boolean quick = System.nanoTime() - start < QUICK_FAILURE_NANOS;
                if (!failure.mayPass()
                        || !quick
                        || attempt == ATTEMPTS
                        || backoff.pause(url).isPresent()) {
                    throw failure;
                }
            }
        }
    }

    private Transport open(Repository clone) throws GitFailure {
        Optional<ServerBackoff.Pause> pause = backoff.pause(url);
        if (pause.isPresent()) {
            throw GitFailure.later(url, pause.get());
        }
        http.begin();
        try {
            URIish uri = new URIish(url);
            if (!uri.isRemote() && uri.getScheme() == null || !SCHEMES.contains(String.valueOf(uri.getScheme()))) {
                throw new GitFailure(
                        Obstacle.UNREACHABLE,
                        "git repository " + GitFailure.withoutSecret(url)
                                + " cannot be reached: only http, https and file URLs are supported; correct spec.git.repo.");
            }
            Optional<Transport> folder = FolderTransport.to(clone, uri);
            Transport transport = folder.isPresent() ? folder.get() : Transport.open(clone, uri);
            transport.setTimeout(http.timeoutSeconds());
            if (transport instanceof TransportHttp overHttp) {
                overHttp.setHttpConnectionFactory(http);
                if (credentials.isPresent()) {
                    authenticate(overHttp, credentials.get());
                }
            }
            return transport;
        } catch (URISyntaxException | TransportException | NotSupportedException e) {
            throw GitFailure.of(url, e);
        }
    }

    private void authenticate(TransportHttp http, Credentials login) throws GitFailure {
        if (login.username().isEmpty() && login.hasLineBreak()) {
            throw new GitFailure(
                    Obstacle.UNAUTHORIZED,
                    "git repository " + GitFailure.withoutSecret(url)
                            + " cannot be asked: the token in the Secret that spec.git.secretRef names holds a line break;"
                            + " make the Secret without it.");
        }
        if (login.username().isEmpty()) {
            http.setAdditionalHeaders(Map.of("Authorization", "Bearer " + login.password()));
        } else {
            // Sent unasked: waiting for the server to ask doubles the requests of every look.
            http.setPreemptiveBasicAuthentication(login.username(), login.password());
        }
    }

    @FunctionalInterface
    private interface Conversation<T> {
        T hold(Transport transport) throws IOException, GitFailure;
    }
}
