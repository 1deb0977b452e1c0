package dev.firedrill.recovery.git.push;

import dev.firedrill.recovery.git.scan.Annotation;
import dev.firedrill.recovery.git.tree.TreeEdit;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.CachedRevision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevCommit;

/** Writes commits into a clone's object database; nothing refers to them until they are pushed. */
public final class CommitMaker {
    private static final String PUSH_TASK = "{\"type\":\"push\"}";

    private final ObjectInserter inserter;
    private final ObjectReader reader;
    private final PersonIdent author;

    CommitMaker(ObjectInserter inserter, ObjectReader reader, PersonIdent author) {
        this.inserter = inserter;
        this.reader = reader;
        this.author = author;
    }

    /** Content commit and approval commit on top of {@code head}; the approval commit is returned. */
    ObjectId publication(RevCommit head, String full, CachedRevision revision, int number) throws IOException {
        ObjectId tree = tree(head, full, revision);
        String workspace = revision.name().workspace();
        ObjectId contentCommit = content(tree, head, full, revision);
        Annotation approval = new Annotation(full, workspace, Integer.toString(number), Optional.empty());
        ObjectId approvalCommit = commit(
                tree,
                approval.message("Approving package revision " + full + "/" + number),
                head.getId(),
                contentCommit);
        inserter.flush();
        return approvalCommit;
    }

    /** The content commit of a draft or proposal on top of {@code head}. */
    ObjectId draft(RevCommit head, String full, CachedRevision revision) throws IOException {
        ObjectId commit = content(tree(head, full, revision), head, full, revision);
        inserter.flush();
        return commit;
    }

    private ObjectId content(ObjectId tree, RevCommit head, String full, CachedRevision revision) throws IOException {
        String task = revision.originTask().orElse(PUSH_TASK);
        String type = Json.objectIn(task)
                .map(node -> node.path("type").asText("push"))
                .orElse("push");
        Annotation content = new Annotation(full, revision.name().workspace(), "0", Optional.of(task));
        return commit(tree, content.message("Package revision content (" + type + "): " + full), head.getId());
    }

    /** A commit that takes the directory away. */
    ObjectId removal(RevCommit head, String full) throws IOException {
        ObjectId commit = commit(
                new TreeEdit(inserter, reader).without(head.getTree(), full),
                "Deleting package " + full + "\n",
                head.getId());
        inserter.flush();
        return commit;
    }

    /** The first commit of a package branch. */
    ObjectId root(String branch) throws IOException {
        ObjectId readme = inserter.insert(
                Constants.OBJ_BLOB,
                ("# Packages\n\nThe branch " + branch + " was created by the package orchestrator.\n")
                        .getBytes(StandardCharsets.UTF_8));
        TreeFormatter tree = new TreeFormatter();
        tree.append("README.md", FileMode.REGULAR_FILE, readme);
        ObjectId commit = commit(inserter.insert(tree), "Creating package branch " + branch + "\n");
        inserter.flush();
        return commit;
    }

    private ObjectId tree(RevCommit head, String full, CachedRevision revision) throws IOException {
        return new TreeEdit(inserter, reader)
                .with(head.getTree(), full, revision.content().files());
    }

    private ObjectId commit(ObjectId tree, String message, ObjectId... parents) throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setParentIds(parents);
        commit.setAuthor(author);
        commit.setCommitter(Author.service(author.getWhenAsInstant()));
        commit.setMessage(message);
        commit.setEncoding(StandardCharsets.UTF_8);
        return inserter.insert(commit);
    }
}
