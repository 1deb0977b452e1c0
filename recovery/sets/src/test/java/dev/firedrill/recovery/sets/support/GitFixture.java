package dev.firedrill.recovery.sets.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;

/** A bare repository with the kinds of refs that Porch and others make. */
public final class GitFixture {
    private final Path folder;

    public GitFixture(Path folder) throws IOException {
        this.folder = folder;
        try (Repository repository = new FileRepository(folder.toFile())) {
            repository.create(true);
        }
    }

    public static GitFixture porch(Path folder) throws IOException {
        GitFixture git = new GitFixture(folder);
        ObjectId first = git.commit("refs/heads/main", "first");
        git.ref("refs/tags/blueprints/basens/v1", first);
        ObjectId second = git.commit("refs/heads/main", "second");
        git.ref("refs/tags/blueprints/basens/v2", second);
        git.commit("refs/heads/drafts/blueprints/basens/packagevariant-1", "a draft");
        git.commit("refs/notes/commits", "a note");
        git.head("refs/heads/main");
        return git;
    }

    public Path folder() {
        return folder;
    }

    public ObjectId commit(String branch, String text) throws IOException {
        try (Repository repository = new FileRepository(folder.toFile());
                ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId blob = inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
            TreeFormatter tree = new TreeFormatter();
            tree.append("Kptfile", org.eclipse.jgit.lib.FileMode.REGULAR_FILE, blob);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(tree));
            PersonIdent who = new PersonIdent("A User", "user@example.com");
            commit.setAuthor(who);
            commit.setCommitter(who);
            commit.setMessage(text);
            ObjectId parent = repository.resolve(branch);
            if (parent != null) {
                commit.setParentId(parent);
            }
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            ref(branch, id);
            return id;
        }
    }

    public void ref(String name, ObjectId id) throws IOException {
        try (Repository repository = new FileRepository(folder.toFile())) {
            RefUpdate update = repository.updateRef(name);
            update.setNewObjectId(id);
            update.forceUpdate();
        }
    }

    public void head(String branch) throws IOException {
        try (Repository repository = new FileRepository(folder.toFile())) {
            repository.updateRef(Constants.HEAD).link(branch);
        }
    }

    public Map<String, String> refs() throws IOException {
        return refs(folder);
    }

    /** Every ref of a repository with its object, and what HEAD names. */
    public static Map<String, String> refs(Path folder) throws IOException {
        try (Repository repository = new FileRepository(folder.toFile())) {
            Map<String, String> refs = new TreeMap<>();
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_REFS)) {
                refs.put(ref.getName(), ref.getObjectId().name());
            }
            Ref head = repository.exactRef(Constants.HEAD);
            refs.put("HEAD", head == null ? "nothing" : head.getTarget().getName());
            return refs;
        }
    }
}
