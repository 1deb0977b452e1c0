package dev.firedrill.environments.git.gitea;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.environments.process.FileTrees;
import dev.firedrill.model.GitAddress;
import dev.firedrill.model.RecoveryPoint;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/**
 * The kept points of a git server that is reached over the network only: of each repository a mirror, and beside it the
 * settings that a push does not carry.
 */
public final class GiteaMirrors {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SETTINGS = "firedrill-settings.json";

    private final Path folder;

    /** @param folder receives a folder a point */
    public GiteaMirrors(Path folder) {
        this.folder = folder;
    }

    /** Whether the point was kept. */
    public boolean has(RecoveryPoint point) {
        return Files.isDirectory(at(point));
    }

    /** Whether the point holds the repository. */
    public boolean has(RecoveryPoint point, String repository) {
        return Files.isDirectory(at(point).resolve(repository));
    }

    /** The repositories that the point holds. */
    public Set<String> repositories(RecoveryPoint point) throws IOException {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> mirrors = Files.newDirectoryStream(at(point))) {
            mirrors.forEach(mirror -> names.add(mirror.getFileName().toString()));
        }
        return names;
    }

    /** Keeps all repositories, or none. */
    public void keep(RecoveryPoint point, Map<String, JsonNode> settings, GitAddress server)
            throws IOException, GitAPIException {
        // No point has a name that begins with a dot.
        Path unfinished = folder.resolve(".unfinished");
        FileTrees.delete(unfinished);
        Files.createDirectories(unfinished);
        for (Map.Entry<String, JsonNode> one : settings.entrySet()) {
            Path mirror = unfinished.resolve(one.getKey());
            mirror(server.repositoryUrl(GiteaApi.segment(one.getKey())), server, mirror);
            JSON.writeValue(mirror.resolve(SETTINGS).toFile(), one.getValue());
        }
        Files.move(unfinished, at(point));
    }

    private static void mirror(String url, GitAddress server, Path folder) throws IOException, GitAPIException {
        try (Git mirror = Git.init().setBare(true).setGitDir(folder.toFile()).call()) {
            StoredConfig config = mirror.getRepository().getConfig();
            // A clean-up in the background would still be at work when the folder moves to its place.
            config.setInt("gc", null, "auto", 0);
            config.setBoolean("gc", null, "autoDetach", false);
            config.save();
            mirror.fetch()
                    .setRemote(url)
                    .setRefSpecs(new RefSpec("+refs/*:refs/*"))
                    .setCredentialsProvider(credentials(server))
                    .call();
        }
    }

    /** The settings that the repository had at the point. */
    public JsonNode settings(RecoveryPoint point, String repository) throws IOException {
        return JSON.readTree(at(point).resolve(repository).resolve(SETTINGS).toFile());
    }

    /** All refs of a repository at the point, branches, tags and others. */
    public Map<String, String> refs(RecoveryPoint point, String repository) throws IOException {
        try (Git mirror = Git.open(at(point).resolve(repository).toFile())) {
            return refs(mirror);
        }
    }

    private static Map<String, String> refs(Git mirror) throws IOException {
        Map<String, String> refs = new TreeMap<>();
        for (Ref ref : mirror.getRepository().getRefDatabase().getRefsByPrefix("refs/")) {
            refs.put(ref.getName(), ref.getObjectId().name());
        }
        return refs;
    }

    /** Makes the refs of an empty repository those of the point. */
    public void push(RecoveryPoint point, String repository, GitAddress server) throws IOException, GitAPIException {
        try (Git mirror = Git.open(at(point).resolve(repository).toFile())) {
            List<RefSpec> specs = refs(mirror).keySet().stream()
                    // The server keeps these for itself and refuses them from others.
                    .filter(name -> !name.startsWith("refs/pull/"))
                    .map(name -> new RefSpec("+" + name + ":" + name))
                    .toList();
            if (specs.isEmpty()) {
                return;
            }
            Iterable<PushResult> results = mirror.push()
                    .setRemote(server.repositoryUrl(GiteaApi.segment(repository)))
                    .setRefSpecs(specs)
                    .setCredentialsProvider(credentials(server))
                    .call();
            for (PushResult result : results) {
                requireTaken(repository, result);
            }
        }
    }

    private static void requireTaken(String repository, PushResult result) throws IOException {
        for (RemoteRefUpdate update : result.getRemoteUpdates()) {
            boolean taken = update.getStatus() == RemoteRefUpdate.Status.OK
                    || update.getStatus() == RemoteRefUpdate.Status.UP_TO_DATE;
            if (!taken) {
                throw new IOException(repository + ": " + update.getRemoteName() + " was refused, " + update.getStatus()
                        + " " + update.getMessage());
            }
        }
    }

    private static UsernamePasswordCredentialsProvider credentials(GitAddress server) {
        return new UsernamePasswordCredentialsProvider(server.username(), server.password());
    }

    private Path at(RecoveryPoint point) {
        return folder.resolve(point.name());
    }
}
