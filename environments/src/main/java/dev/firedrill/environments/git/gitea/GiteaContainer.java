package dev.firedrill.environments.git.gitea;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.environments.docker.ContainerSpec;
import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.Images;
import dev.firedrill.environments.docker.RunningContainer;
import dev.firedrill.environments.docker.TarArchive;
import dev.firedrill.environments.process.Secrets;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.GitAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** One container of Gitea with its volume: users, organisation and repositories through its API. */
final class GiteaContainer {
    /** The organisation that owns every repository. */
    static final String ORGANISATION = "drill";

    private static final String ADMIN = "firedrill";
    private static final int HTTP = 3000;
    private static final int PAGE = 50;
    /** Gitea names the folders of owners and repositories in small letters. */
    private static final String ON_DISK = "/data/git/repositories/" + ORGANISATION + "/";

    /**
     * Keeps the image's supervisor, s6, from starting the SSH server beside Gitea, which makes itself keys first: half of
     * what a start costs, for a server that nobody asks.
     */
    private static final String NO_SSH = "etc/s6/openssh/down";

    /** Prints the refs of the repositories whose folders are the arguments, each after its repository's place among them. */
    private static final String REFS_OF_EACH = """
            n=0
            for folder; do
              git --git-dir="$folder" for-each-ref --format="$n %(objectname) %(refname)"
              n=$((n+1))
            done
            """;

    /**
     * Takes folders of repositories, each with the commands for its refs behind it, and prints the places of those whose
     * refs were updated.
     */
    private static final String UPDATE_REFS_OF_EACH = """
            n=0
            while [ $# -gt 0 ]; do
              if printf %s "$2" | git --git-dir="$1" update-ref --stdin; then
                echo $n
              fi
              shift 2
              n=$((n+1))
            done
            """;

    /** Sets the ref that is its name to the object that is its first argument, in the repositories that are the others. */
    private static final String SET_REF_OF_EACH = """
            id=$1
            shift
            for folder; do
              git --git-dir="$folder" update-ref "$0" "$id"
            done
            """;

    private final Engine engine;
    private final String volume;
    private final RunningContainer box;
    private final GiteaApi api;
    private final GiteaOwner owner;

    private GiteaContainer(Engine engine, String volume, RunningContainer box, GiteaApi api) {
        this.engine = engine;
        this.volume = volume;
        this.box = box;
        this.api = api;
        owner = GiteaOwner.organisation(api, ORGANISATION);
    }

    /**
     * Starts an empty server.
     *
     * @param user who the orchestrator is, with the same secret in every life
     */
    static GiteaContainer begin(Engine engine, int port, GitAddress user) {
        String volume = engine.newVolume("gitea-data", Map.of());
        ContainerSpec plan = new ContainerSpec("gitea", engine.image(Images.Of.GITEA))
                .publish(HTTP, port)
                .mount(volume, "/data")
                .seed("/", () -> TarArchive.file(NO_SSH, ""));
        settings(port).forEach(plan::set);
        RunningContainer box = RunningContainer.start(engine, plan);
        String secret = Secrets.random();
        box.awaitReady("Gitea to answer", Patience.START, GiteaApi.stranger(port)::answers);
        box.run(
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
        GiteaContainer life = new GiteaContainer(engine, volume, box, GiteaApi.withToken(port, token));
        life.populate(user);
        return life;
    }

    private static Map<String, String> settings(int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("security__INSTALL_LOCK", "true");
        settings.put("server__ROOT_URL", "http://127.0.0.1:" + port + "/");
        settings.put("server__DISABLE_SSH", "true");
        settings.put("server__OFFLINE_MODE", "true");
        settings.put("database__DB_TYPE", "sqlite3");
        settings.put("repository__DEFAULT_BRANCH", "main");
        settings.put("repository__ALLOW_ADOPTION_OF_UNADOPTED_REPOSITORIES", "true");
        settings.put("service__DISABLE_REGISTRATION", "true");
        // Each look at git carries the password, and stretching it costs more than the look. Ours is 128 random bits
        // and needs none. Gitea takes parameters from 1.19 on; earlier ones hash as they always did.
        settings.put("security__PASSWORD_HASH_ALGO", "pbkdf2$1$50");
        // The key that Gitea would else make to sign for others is one of RSA, which costs more than all of the start.
        settings.put("oauth2__JWT_SIGNING_ALGORITHM", "HS256");
        // Nobody here runs actions; to look for them at each push costs a sixteenth of it.
        settings.put("actions__ENABLED", "false");
        settings.put("log__LEVEL", "Warn");
        Map<String, String> variables = new LinkedHashMap<>();
        settings.forEach((name, value) -> variables.put("GITEA__" + name, value));
        // Each push starts three short processes of Gitea, which have memory to spare and collect garbage all the same.
        variables.put("GOGC", "1000");
        variables.put("GOMEMLIMIT", "256MiB");
        // There is a Gitea for every worker: on one processor each, which pass no work to one another, a push costs a
        // sixth less and a look a fifth.
        variables.put("GOMAXPROCS", "1");
        return variables;
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

    RunningContainer box() {
        return box;
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

    boolean has(String repository) {
        return owner.has(repository);
    }

    void create(String repository) {
        owner.create(repository);
    }

    void delete(String repository) {
        owner.delete(repository);
    }

    /** All refs of these repositories as they are on the server's disk. */
    Map<String, Map<String, String>> refs(Set<String> repositories) {
        Map<String, Map<String, String>> refs = new TreeMap<>();
        repositories.forEach(repository -> refs.put(repository, new TreeMap<>()));
        List<String> order = List.copyOf(repositories);
        // One look for all: the engine starts a process in the container for every command.
        List<String> command = new ArrayList<>(List.of("sh", "-ec", REFS_OF_EACH, "refs"));
        order.forEach(repository -> command.add(onDisk(repository)));
        box.run("git", command)
                .lines()
                .map(line -> line.split(" ", 3))
                .forEach(ref -> refs.get(order.get(Integer.parseInt(ref[0]))).put(ref[2], ref[1]));
        return refs;
    }

    /**
     * Moves, makes and removes refs on the server's disk, for each repository all or none: no push, no hook. Gitea's own list
     * of branches, which only its pages and its API show, follows with the next push.
     *
     * @param present the refs that each repository has
     * @param wanted the refs that some of them shall have
     * @return those for which it was done; one that lacks an object is not among them
     */
    Set<String> moveRefs(Map<String, Map<String, String>> present, Map<String, Map<String, String>> wanted) {
        List<String> order = List.copyOf(wanted.keySet());
        List<String> command = new ArrayList<>(List.of("sh", "-c", UPDATE_REFS_OF_EACH, "refs"));
        for (String repository : order) {
            command.add(onDisk(repository));
            command.add(updates(present.get(repository), wanted.get(repository)));
        }
        return box.run("git", command)
                .lines()
                .map(place -> order.get(Integer.parseInt(place)))
                .collect(Collectors.toSet());
    }

    private static String updates(Map<String, String> present, Map<String, String> wanted) {
        StringBuilder commands = new StringBuilder();
        present.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .forEach(name -> commands.append("delete ").append(name).append('\n'));
        wanted.forEach((name, id) ->
                commands.append("update ").append(name).append(' ').append(id).append('\n'));
        return commands.toString();
    }

    /** One ref of several repositories on the server's disk: no push, no hook; not so where one lacks the object. */
    boolean setRef(Set<String> repositories, String ref, String id) {
        List<String> command = new ArrayList<>(List.of("sh", "-ec", SET_REF_OF_EACH, ref, id));
        repositories.forEach(repository -> command.add(onDisk(repository)));
        return box.tryRun("git", command).getExitCode() == 0;
    }

    /** On the server's disk, as a repository made from a clone without tags has it: no push, no hook. */
    void dropTags(String repository) {
        String git = "git --git-dir='" + onDisk(repository) + "' ";
        box.run(
                "git",
                List.of(
                        "sh",
                        "-c",
                        git + "for-each-ref --format='delete %(refname)' refs/tags | " + git + "update-ref --stdin"));
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

    void startAgain() {
        box.startAgain();
        box.awaitReady("Gitea to answer", Patience.START, api::answers);
    }

    /** Destroys the container with its volume. */
    void end() {
        box.destroy();
        engine.removeVolume(volume);
    }

    String onDisk(String repository) {
        return ON_DISK + repository.toLowerCase(Locale.ROOT) + ".git";
    }
}
