package dev.firedrill.environments.existing;

import dev.firedrill.environments.git.embedded.EmbeddedGitServer;
import dev.firedrill.environments.git.gitea.RepositoryKeeper;
import java.util.Set;

/** What an operator's commands do, on a server of ours that plays that of somebody else. */
public record OtherGitServer(EmbeddedGitServer server) implements RepositoryKeeper {
    @Override
    public Set<String> names() {
        return server.repositories();
    }

    @Override
    public void create(String repository) {
        server.create(repository);
    }

    @Override
    public void delete(String repository) {
        server.remove(repository);
    }
}
