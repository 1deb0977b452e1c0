package dev.firedrill.recovery.sets.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All three stores with something in them, places for sets, and keys. */
public final class WholeSystem implements AutoCloseable {
    private final Path folder;
    private final TestServer server;
    private final TestCluster cluster = new TestCluster();
    private final TestServer.Database cache;
    private final GitFixture git;
    private final AgeKey age;
    private final SshKey ssh;

    public WholeSystem(Path folder) throws IOException {
        this.folder = folder;
        this.server = TestServer.start();
        this.cache = server.porch();
        this.git = GitFixture.porch(folder.resolve("server/blueprints.git"));
        this.age = AgeKey.in(folder);
        this.ssh = SshKey.in(folder);
        cluster.repository("blueprints");
        cluster.variant("all-a", cluster.variantSet("all"));
    }

    public Path folder() {
        return folder;
    }

    public TestServer server() {
        return server;
    }

    public TestServer.Database cache() {
        return cache;
    }

    public GitFixture git() {
        return git;
    }

    public AgeKey age() {
        return age;
    }

    public SshKey ssh() {
        return ssh;
    }

    public Path storage() {
        return folder.resolve("storage");
    }

    /** Takes everything, with {@code more} options. */
    public Cli create(String... more) throws IOException {
        List<String> arguments = places("backup", "create");
        arguments.addAll(List.of("--database-url", cache.url(), "--database-user", "postgres"));
        arguments.addAll(List.of("--git", "blueprints=" + git.folder(), "--kubeconfig", cluster.kubeconfig(folder)));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    /** A command on the places of this system. */
    public Cli run(String group, String command, String... more) {
        List<String> arguments = places(group, command);
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private List<String> places(String group, String command) {
        return new ArrayList<>(List.of(
                group,
                command,
                "--storage",
                storage().toString(),
                "--catalogue",
                folder.resolve("catalogue").toString()));
    }

    @Override
    public void close() throws IOException {
        cluster.close();
        server.close();
    }
}
