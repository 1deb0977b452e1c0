package dev.firedrill.recovery.sets.member.git;

import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/** A repository of a git server: what it has, and bringing all of it here. */
final class GitRemote {
    private static final int TIMEOUT_SECONDS = 60;

    private final GitSource source;
    private final GitLogin login;

    GitRemote(GitSource source, GitLogin login) {
        GitIsolation.install();
        this.source = source;
        this.login = login;
    }

    /** The refs that the repository has. */
    RemoteState state() {
        try (Transport transport = open(Optional.empty());
                FetchConnection connection = transport.openFetch()) {
            return RemoteState.of(connection.getRefs());
        } catch (IOException | URISyntaxException e) {
            throw failed("asking for the refs of", e);
        }
    }

    /** Fetches every ref into an empty bare repository. The objects are hashed on the way. */
    RemoteState fetch(Repository into) {
        try (Transport transport = open(Optional.of(into))) {
            transport.setTagOpt(TagOpt.NO_TAGS);
            transport.setRemoveDeletedRefs(true);
            var result =
                    transport.fetch(NullProgressMonitor.INSTANCE, java.util.List.of(new RefSpec("+refs/*:refs/*")));
            return RemoteState.of(result.getAdvertisedRefs());
        } catch (TransportException e) {
            if (state().refs().isEmpty()) {
                return state();
            }
            throw failed("fetching", e);
        } catch (IOException | URISyntaxException e) {
            throw failed("fetching", e);
        }
    }

    /** A transport for pushing; to be closed. */
    Transport openFor(Repository local) throws IOException, URISyntaxException {
        return open(Optional.of(local));
    }

    /** The folder that the URL names, where it names one of this machine. */
    Optional<Path> folder() {
        try {
            URIish uri = new URIish(source.url());
            boolean local = uri.getHost() == null
                    && (uri.getScheme() == null || uri.getScheme().equals("file"));
            return local ? Optional.of(Path.of(uri.getPath())) : Optional.empty();
        } catch (URISyntaxException e) {
            throw failed("reading the URL of", e);
        }
    }

    /** Makes an empty bare repository where the URL names a folder that is not there. */
    void createFolder() {
        Optional<Path> folder = folder().filter(path -> !Files.exists(path.resolve(Constants.HEAD)));
        if (folder.isPresent()) {
            try (Repository made = new FileRepositoryBuilder()
                    .setGitDir(folder.get().toFile())
                    .setBare()
                    .build()) {
                made.create(true);
            } catch (IOException e) {
                throw failed("creating", e);
            }
        }
    }

    /** Lets HEAD name a branch, where the repository is a folder of this machine: no protocol of git does it. */
    boolean setHead(String branch) {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            return false;
        }
        try (Repository repository = new FileRepositoryBuilder()
                .setGitDir(folder.get().toFile())
                .setMustExist(true)
                .build()) {
            RefUpdate head = repository.updateRef(Constants.HEAD);
            head.link(branch);
            return true;
        } catch (IOException e) {
            throw failed("setting HEAD of", e);
        }
    }

    StoreUnavailable failed(String what, Exception cause) {
        return new StoreUnavailable(
                Logins.removed(what + " the git repository " + source.name() + " at " + source.url() + " failed: "
                        + cause.getMessage()),
                cause);
    }

    private Transport open(Optional<Repository> local)
            throws NotSupportedException, URISyntaxException, TransportException {
        // A path without a root would be taken for one below the local repository.
        Optional<Path> folder = folder();
        URIish uri =
                folder.isPresent() ? new URIish(folder.get().toAbsolutePath().toString()) : new URIish(source.url());
        Transport transport = local.isPresent() ? Transport.open(local.get(), uri) : Transport.open(uri);
        transport.setTimeout(TIMEOUT_SECONDS);
        var credentials = login.credentials();
        if (credentials != null) {
            transport.setCredentialsProvider(credentials);
        }
        return transport;
    }
}
