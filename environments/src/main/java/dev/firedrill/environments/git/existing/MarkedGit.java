package dev.firedrill.environments.git.existing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.environments.git.gitea.RepositoryKeeper;
import dev.firedrill.environments.interlock.MarkedStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An owner on a git server as the interlock sees it, with the marker in a repository of its own, which {@link Keeper} hides
 * from everybody else.
 */
final class MarkedGit implements MarkedStore {
    /** The repository of the marker. */
    static final String MARKER = "firedrill-interlock";

    private final RemoteGit remote;
    private final RepositoryKeeper keeper;

    MarkedGit(RemoteGit remote, RepositoryKeeper keeper) {
        this.remote = remote;
        this.keeper = keeper;
    }

    @Override
    public String title() {
        return "the git server at " + remote.server().baseUrl();
    }

    @Override
    public Optional<String> marker() {
        return remote.note(MARKER);
    }

    @Override
    public List<String> foreign() {
        return drills().names().stream().map(name -> "the repository " + name).toList();
    }

    @Override
    public void plant(String text) {
        if (remote.refs(MARKER).isEmpty()) {
            keeper.create(MARKER);
        }
        remote.writeNote(MARKER, text);
    }

    @Override
    public void wipe() {
        RepositoryKeeper drills = drills();
        drills.names().forEach(drills::delete);
    }

    @Override
    public String byHand() {
        return "remove there the repository " + MARKER + " and every other of the same owner";
    }

    void unplant() {
        keeper.delete(MARKER);
    }

    /** The repositories that are the drill's. */
    RepositoryKeeper drills() {
        return new Keeper(keeper);
    }

    private record Keeper(RepositoryKeeper all) implements RepositoryKeeper {
        @Override
        public Set<String> names() {
            Set<String> names = new TreeSet<>(all.names());
            names.remove(MARKER);
            return names;
        }

        @Override
        public Map<String, JsonNode> repositories() {
            Map<String, JsonNode> repositories = new TreeMap<>(all.repositories());
            repositories.remove(MARKER);
            return repositories;
        }

        @Override
        public void create(String repository) {
            all.create(repository);
        }

        @Override
        public void delete(String repository) {
            all.delete(repository);
        }

        @Override
        public void restore(String repository, JsonNode settings) {
            all.restore(repository, settings);
        }
    }
}
