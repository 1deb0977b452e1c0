package dev.firedrill.environments.git.gitea;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.environments.docker.ContainerSpec;
import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.docker.RunningContainer;
import dev.firedrill.environments.docker.ServingContainer;
import dev.firedrill.environments.docker.TarArchive;
import dev.firedrill.environments.process.Secrets;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.GitAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** One container of Gitea with its volume: users, organisation and repositories through its API. */
final class GiteaContainer implements ServingContainer {
    /** The organisation that owns every repository. */
    static final String ORGANISATION = "drill";

    private static final String ADMIN = "firedrill";
    private static final int HTTP = 3000;
    private static final int PAGE = 50;
    /**
     * Keeps the image's supervisor, s6, from starting the SSH server beside Gitea, which makes itself keys first: half of
     * what a start costs, for a server that nobody asks.
     */
    private static final String NO_SSH = "etc/s6/openssh/down";

    private final Engine engine;
    private final String volume;
    private final RunningContainer container;
    private final GiteaApi api;
    private final GiteaOwner owner;
    private final GiteaDisk disk;

    private GiteaContainer(Engine engine, String volume, RunningContainer container, GiteaApi api) {
        this.engine = engine;
        this.volume = volume;
        this.container = container;
        this.api = api;
        owner = GiteaOwner.organisation(api, ORGANISATION);
        disk = new GiteaDisk(container);
    }

    /**
     * Starts an empty server.
     *
     * @param user who the orchestrator is, with the same secret in every container
     */
    static GiteaContainer start(Engine engine, int port, GitAddress user) {
        String volume = engine.newVolume("gitea-data", Map.of());
        ContainerSpec.Builder spec = ContainerSpec.of("gitea", engine.image(Images.Of.GITEA))
                .publish(HTTP, port)
                .mount(volume, "/data")
                .seed("/", () -> TarArchive.file(NO_SSH, ""));
        GiteaSettings.at(port).forEach(spec::set);
        RunningContainer container = RunningContainer.start(engine, spec.build());
        String secret = Secrets.random();
        container.awaitReady("Gitea to answer", Patience.START, GiteaApi.stranger(port)::answers);
        container.run(
                "git",
                List.of(
                        "gitea",
                        "admin",
                        "user",
                        "create",
                        "--admin",
                        "--username",
                        ADMIN,
                        "--password",
                        secret,
                        "--email",
                        ADMIN + "@example.com",
                        "--must-change-password=false"));
        String token = GiteaApi.withPassword(port, ADMIN, secret)
                .must("POST", "/users/" + ADMIN + "/tokens", Map.of("name", "harness", "scopes", List.of("all")))
                .path("sha1")
                .asText();
        GiteaContainer gitea = new GiteaContainer(engine, volume, container, GiteaApi.withToken(port, token));
        gitea.populate(user);
        return gitea;
    }

    private void populate(GitAddress user) {
        api.must(
                "POST",
                "/admin/users",
                Map.of(
                        "username",
                        user.username(),
                        "password",
                        user.password(),
                        "email",
                        user.username() + "@example.com",
                        "must_change_password",
                        false));
        api.must(
                "POST",
                "/admin/users/" + user.username() + "/orgs",
                Map.of("username", ORGANISATION, "visibility", "private"));
        renewIncarnation();
    }

    @Override
    public RunningContainer container() {
        return container;
    }

    String version() {
        return owner.version();
    }

    /** Gitea has no identity of its own; the organisation's description is data like any other, and lost with them. */
    String incarnation() {
        return api.get("/orgs/" + ORGANISATION).path("description").asText();
    }

    void renewIncarnation() {
        api.must(
                "PATCH",
                "/orgs/" + ORGANISATION,
                Map.of("description", UUID.randomUUID().toString()));
    }

    /** Who founds, names and removes repositories. */
    GiteaOwner owner() {
        return owner;
    }

    /** The repositories past the API. */
    GiteaDisk disk() {
        return disk;
    }

    boolean has(String repository) {
        return owner.has(repository);
    }

    void create(String repository) {
        owner.create(repository);
    }

    void delete(String repository) {
        owner.delete(repository);
    }

    /** Takes repositories that are on disk but not in the database into it. */
    Set<String> adopt() {
        Set<String> adopted = new TreeSet<>();
        // Gitea documents "pattern" and reads "query"; without a page it lists none.
        String pattern = GiteaApi.segment(ORGANISATION + "/*");
        JsonNode found = api.get("/admin/unadopted?page=1&limit=" + PAGE + "&query=" + pattern + "&pattern=" + pattern);
        for (JsonNode one : found) {
            String name = one.asText().substring(one.asText().indexOf('/') + 1);
            api.must("POST", "/admin/unadopted/" + ORGANISATION + "/" + GiteaApi.segment(name), Map.of());
            adopted.add(name);
        }
        return adopted;
    }

    @Override
    public void startAgain() {
        container.startAgain();
        container.awaitReady("Gitea to answer", Patience.START, api::answers);
    }

    @Override
    public void destroy() {
        container.destroy();
        engine.removeVolume(volume);
    }
}
