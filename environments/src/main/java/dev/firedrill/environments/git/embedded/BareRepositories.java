package dev.firedrill.environments.git.embedded;

import dev.firedrill.environments.process.FileTrees;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.BatchRefUpdate;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.ReceiveCommand;

/**
 * The bare repositories in one folder, {@code <name>.git} each, letters beyond ASCII written as in a URL so that any
 * locale can read the disk. Callers see to it that nobody pushes meanwhile.
 */
final class BareRepositories {
    private static final String SUFFIX = ".git";
    private static final String MAIN = Constants.R_HEADS + "main";

    private final Path folder;

    BareRepositories(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path folder(String name) {
        return folder.resolve(URLEncoder.encode(name, StandardCharsets.UTF_8) + SUFFIX);
    }

    /** The name of the repository in a folder, the reverse of {@link #folder(String)}. */
    static String name(Path repository) {
        String file = repository.getFileName().toString();
        return URLDecoder.decode(file.substring(0, file.length() - SUFFIX.length()), StandardCharsets.UTF_8);
    }

    boolean has(String name) {
        return Files.isDirectory(folder(name));
    }

    Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path repository : found) {
                names.add(name(repository));
            }
        }
        return names;
    }

    /** A new view of the repository each time: a cached one would not notice that the folder was replaced. */
    Repository open(String name) throws IOException {
        return new FileRepositoryBuilder()
                .setBare()
                .setMustExist(true)
                .setGitDir(folder(name).toFile())
                .build();
    }

    void create(String name) throws IOException {
        try (Repository repository = new FileRepository(folder(name).toFile())) {
            repository.create(true);
            RefUpdate head = repository.updateRef(Constants.HEAD);
            head.disableRefLog();
            head.link(MAIN);
            configure(repository.getConfig());
        }
    }

    /** Written into each repository so that the git settings of the user who runs the harness cannot change the server. */
    private static void configure(StoredConfig config) throws IOException {
        config.setBoolean("http", null, "receivepack", true);
        config.setBoolean("receive", null, "denyNonFastForwards", false);
        config.setBoolean("receive", null, "denyDeletes", false);
        config.setBoolean("receive", null, "autogc", false);
        config.setInt("gc", null, "auto", 0);
        config.setBoolean("core", null, "logallrefupdates", false);
        config.save();
    }

    void remove(String name) throws IOException {
        FileTrees.delete(folder(name));
    }

    Map<String, String> refs(String name) throws IOException {
        Map<String, String> refs = new TreeMap<>();
        try (Repository repository = open(name)) {
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_REFS)) {
                ObjectId target = ref.getObjectId();
                if (target != null) {
                    refs.put(ref.getName(), target.name());
                }
            }
        }
        return refs;
    }

    void dropTags(String name) throws IOException {
        try (Repository repository = open(name);
                RevWalk walk = new RevWalk(repository)) {
            List<ReceiveCommand> deletions = new ArrayList<>();
            for (Ref tag : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
                deletions.add(new ReceiveCommand(tag.getObjectId(), ObjectId.zeroId(), tag.getName()));
            }
            BatchRefUpdate update = repository.getRefDatabase().newBatchUpdate();
            update.setAllowNonFastForwards(true).addCommand(deletions).execute(walk, NullProgressMonitor.INSTANCE);
            for (ReceiveCommand deletion : deletions) {
                if (deletion.getResult() != ReceiveCommand.Result.OK) {
                    throw new IOException(deletion.getRefName() + " of " + name + " stays: " + deletion.getResult());
                }
            }
        }
    }
}
