package dev.firedrill.environments.git.gitea;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What git's own protocol cannot do on a server: name, found and remove the repositories of one owner. */
public interface RepositoryKeeper {
    /** What runs there. */
    default String product() {
        return "git smart HTTP";
    }

    /** Its version, as it tells it. */
    default String version() {
        return "not told";
    }

    /**
     * The names of all repositories of the owner.
     *
     * @throws dev.firedrill.model.EnvironmentFailure when they cannot be told
     */
    Set<String> names();

    /**
     * Founds an empty repository.
     *
     * @throws IllegalArgumentException when the server does not take the name
     * @throws dev.firedrill.model.EnvironmentFailure when it could not be founded
     */
    void create(String repository);

    /**
     * Removes a repository with everything in it.
     *
     * @throws dev.firedrill.model.EnvironmentFailure when it could not be removed
     */
    void delete(String repository);

    /** Every repository with the settings that a push does not carry; none where the keeper knows of no settings. */
    default Map<String, JsonNode> repositories() {
        return names().stream().collect(Collectors.toMap(name -> name, name -> JsonNodeFactory.instance.objectNode()));
    }

    /** Gives a repository that was founded again the settings that it had. */
    default void restore(String repository, JsonNode settings) {}
}
