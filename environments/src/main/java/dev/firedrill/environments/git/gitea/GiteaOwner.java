package dev.firedrill.environments.git.gitea;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import dev.firedrill.model.EnvironmentFailure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The repositories of one organisation, or of the user who logs in, through Gitea's API. */
public final class GiteaOwner implements RepositoryKeeper {
    private static final int PAGE = 50;

    private final GiteaApi api;
    private final String owner;
    private final String listing;
    private final String founding;

    private GiteaOwner(GiteaApi api, String owner, String listing, String founding) {
        this.api = api;
        this.owner = GiteaApi.segment(owner);
        this.listing = listing;
        this.founding = founding;
    }

    /** An organisation. */
    public static GiteaOwner organisation(GiteaApi api, String name) {
        String path = "/orgs/" + GiteaApi.segment(name) + "/repos";
        return new GiteaOwner(api, name, path, path);
    }

    /**
     * An organisation or user.
     *
     * @throws EnvironmentFailure when the server does not answer
     */
    public static GiteaOwner of(GiteaApi api, String name) {
        return api.ask("GET", "/orgs/" + GiteaApi.segment(name), Map.of()).ok()
                ? organisation(api, name)
                : new GiteaOwner(api, name, "/users/" + GiteaApi.segment(name) + "/repos", "/user/repos");
    }

    @Override
    public String product() {
        return "Gitea";
    }

    @Override
    public String version() {
        return api.get("/version").path("version").asText();
    }

    @Override
    public Set<String> names() {
        return repositories().keySet();
    }

    @Override
    public Map<String, JsonNode> repositories() {
        Map<String, JsonNode> all = new TreeMap<>();
        for (int page = 1; ; page++) {
            JsonNode some = api.get(listing + "?limit=" + PAGE + "&page=" + page);
            some.forEach(one -> all.put(one.path("name").asText(), one));
            // A server may be set to give fewer than it is asked for.
            if (some.isEmpty()) {
                return all;
            }
        }
    }

    /** Whether there is a repository of exactly this name. */
    public boolean has(String repository) {
        JsonNode found = api.ask("GET", path(repository), Map.of()).body();
        // Gitea finds R1 under r1 as well.
        return found.path("name").asText().equals(repository);
    }

    @Override
    public void create(String repository) {
        GiteaApi.GiteaReply reply = api.ask(
                "POST",
                founding,
                Map.of("name", repository, "private", true, "auto_init", false, "default_branch", "main"));
        if (reply.status() >= 500) {
            throw new EnvironmentFailure("Gitea could not create the repository " + repository + " (answer "
                    + reply.status() + "): " + reply.body().path("message").asText());
        }
        if (!reply.ok()) {
            throw new IllegalArgumentException("Gitea does not take the repository '" + repository + "' (answer "
                    + reply.status() + "): " + reply.body().path("message").asText());
        }
    }

    @Override
    public void delete(String repository) {
        api.must("DELETE", path(repository), Map.of());
    }

    @Override
    public void restore(String repository, JsonNode settings) {
        Map<String, Object> patch = new LinkedHashMap<>();
        patch.put("description", settings.path("description").asText());
        patch.put("private", settings.path("private").asBoolean());
        patch.put("archived", settings.path("archived").asBoolean());
        String branch = settings.path("default_branch").asText();
        if (!branch.isEmpty() && !settings.path("empty").asBoolean()) {
            // Gitea learns of a push a moment later; until then it notes the branch and leaves HEAD as it was.
            Wait.until(
                    "Gitea to see what was pushed to " + repository,
                    Patience.PROMPT,
                    () -> !api.get(path(repository)).path("empty").asBoolean());
            patch.put("default_branch", branch);
        }
        api.must("PATCH", path(repository), patch);
    }

    private String path(String repository) {
        return "/repos/" + owner + "/" + GiteaApi.segment(repository);
    }
}
