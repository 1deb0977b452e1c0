package dev.firedrill.environments.git.existing;

import dev.firedrill.environments.git.gitea.GiteaApi;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.GitAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/**
 * What the harness does over git's own protocol on a server that is not its own.
 *
 * @param server where it is
 */
record RemoteGit(GitAddress server) {
    private static final int SECONDS = 30;
    private static final String NOTE = "refs/heads/main";

    /** All refs of a repository; empty when there is no such repository. */
    Optional<Map<String, String>> refs(String repository) {
        try {
            Map<String, String> refs = new TreeMap<>();
            for (Ref ref : Git.lsRemoteRepository()
                    .setRemote(url(repository))
                    .setCredentialsProvider(credentials())
                    .setTimeout(SECONDS)
                    .call()) {
                if (ref.getName().startsWith("refs/")) {
                    refs.put(ref.getName(), ref.getObjectId().name());
                }
            }
            return Optional.of(refs);
        } catch (GitAPIException refused) {
            if (isAbsence(refused)) {
                return Optional.empty();
            }
            throw broken("list the refs of " + repository, refused);
        }
    }

    /** Removes refs of a repository. */
    void delete(String repository, Collection<String> refs) {
        if (refs.isEmpty()) {
            return;
        }
        try (Git local = inMemory()) {
            push(
                    local,
                    repository,
                    refs.stream().map(ref -> new RefSpec(":" + ref)).toList());
        } catch (IOException | GitAPIException refused) {
            throw broken("remove refs of " + repository, refused);
        }
    }

    /** The text of the one commit of a repository; empty when there is no such repository or commit. */
    Optional<String> note(String repository) {
        String id = refs(repository).map(refs -> refs.get(NOTE)).orElse(null);
        if (id == null) {
            return Optional.empty();
        }
        try (Git local = inMemory()) {
            local.fetch()
                    .setRemote(url(repository))
                    .setCredentialsProvider(credentials())
                    .setTimeout(SECONDS)
                    .setRefSpecs(new RefSpec("+" + NOTE + ":" + NOTE))
                    .call();
            return Optional.of(
                    local.getRepository().parseCommit(ObjectId.fromString(id)).getFullMessage());
        } catch (IOException | GitAPIException refused) {
            throw broken("read " + repository, refused);
        }
    }

    /** Makes a commit with this text, and nothing in it, all that a repository holds. */
    void writeNote(String repository, String text) {
        try (Git local = inMemory()) {
            PersonIdent firedrill = new PersonIdent("firedrill", "firedrill@invalid", Instant.now(), ZoneOffset.UTC);
            CommitBuilder commit = new CommitBuilder();
            commit.setAuthor(firedrill);
            commit.setCommitter(firedrill);
            commit.setEncoding(StandardCharsets.UTF_8);
            commit.setMessage(text);
            try (ObjectInserter inserter = local.getRepository().newObjectInserter()) {
                commit.setTreeId(inserter.insert(new TreeFormatter()));
                ObjectId id = inserter.insert(commit);
                inserter.flush();
                var update = local.getRepository().updateRef(NOTE);
                update.setNewObjectId(id);
                update.update();
            }
            push(local, repository, List.of(new RefSpec("+" + NOTE + ":" + NOTE)));
        } catch (IOException | GitAPIException refused) {
            throw broken("write " + repository, refused);
        }
    }

    private void push(Git local, String repository, List<RefSpec> specs) throws IOException, GitAPIException {
        for (PushResult result : local.push()
                .setRemote(url(repository))
                .setCredentialsProvider(credentials())
                .setTimeout(SECONDS)
                .setRefSpecs(specs)
                .call()) {
            for (RemoteRefUpdate update : result.getRemoteUpdates()) {
                if (update.getStatus() != RemoteRefUpdate.Status.OK
                        && update.getStatus() != RemoteRefUpdate.Status.UP_TO_DATE) {
                    throw new IOException(
                            update.getRemoteName() + " was refused, " + update.getStatus() + " " + update.getMessage());
                }
            }
        }
    }

    private static Git inMemory() {
        return new Git(new InMemoryRepository(new DfsRepositoryDescription("firedrill")));
    }

    private static boolean isAbsence(Throwable refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoRemoteRepositoryException) {
                return true;
            }
        }
        return false;
    }

    private EnvironmentFailure broken(String what, Exception refused) {
        return new EnvironmentFailure(
                "Could not " + what + " at " + server.baseUrl() + " as " + server.username() + ": "
                        + refused.getMessage() + "; see that the server runs and that this user may write there",
                refused);
    }

    private UsernamePasswordCredentialsProvider credentials() {
        return new UsernamePasswordCredentialsProvider(server.username(), server.password());
    }

    private String url(String repository) {
        return server.repositoryUrl(GiteaApi.segment(repository));
    }
}
