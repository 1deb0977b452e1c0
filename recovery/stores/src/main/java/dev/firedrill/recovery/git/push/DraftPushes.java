package dev.firedrill.recovery.git.push;

import dev.firedrill.recovery.git.clone.LocalClone;
import dev.firedrill.recovery.git.scan.Annotation;
import dev.firedrill.recovery.git.scan.DraftBranch;
import dev.firedrill.recovery.git.scan.DraftScanner;
import dev.firedrill.recovery.git.transport.GitFailure;
import dev.firedrill.recovery.git.tree.PackageTree;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.port.GitRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RemoteRefUpdate;

/** Brings the branches of one draft or proposal in line with its row. The row wins over any content of a branch. */
public final class DraftPushes {
    private static final int ATTEMPTS = 3;

    private final LocalClone clone;
    private final Pushes pushes;

    public DraftPushes(LocalClone clone, Pushes pushes) {
        this.clone = clone;
        this.pushes = pushes;
    }

    /** Whether anything had to be pushed. */
    public boolean settle(Repository repository, RevisionName name, Optional<CachedRevision> row, Pushes.Head head)
            throws GitFailure, IOException {
        DraftBranch branch = DraftBranch.of(repository, name);
        Optional<CachedRevision> unapproved =
                row.filter(each -> !each.lifecycle().isPublished());
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            List<RemoteRefUpdate> updates = updates(branch, unapproved, head.now());
            if (updates.isEmpty()) {
                return false;
            }
            if (pushes.push(updates)) {
                return true;
            }
        }
        throw new GitRefused("the branch of " + name.objectName() + " was moved by somebody else each time that it was"
                + " pushed; whoever does that has to stop.");
    }

    private List<RemoteRefUpdate> updates(DraftBranch branch, Optional<CachedRevision> row, ObjectId head)
            throws GitFailure, IOException {
        Map<String, ObjectId> refs = clone.refs();
        List<RemoteRefUpdate> updates = new ArrayList<>();
        for (Lifecycle lifecycle : DraftBranch.LIFECYCLES) {
            String ref = branch.ref(lifecycle);
            Optional<ObjectId> now = Optional.ofNullable(refs.get(ref));
            Optional<CachedRevision> wanted = row.filter(each -> each.lifecycle() == lifecycle);
            if (wanted.isPresent() && !holds(now, branch, wanted.get())) {
                updates.add(update(ref, pushes.draft(head, branch.full(), wanted.get()), now));
            } else if (wanted.isEmpty() && now.isPresent()) {
                updates.add(update(ref, ObjectId.zeroId(), now));
            }
        }
        return updates;
    }

    /** Forced, because each push of a draft is one commit on top of the package branch; but never past what was seen. */
    private RemoteRefUpdate update(String ref, ObjectId to, Optional<ObjectId> from) throws IOException {
        return new RemoteRefUpdate(clone.repository(), "", to, ref, true, null, from.orElse(ObjectId.zeroId()));
    }

    private boolean holds(Optional<ObjectId> commit, DraftBranch branch, CachedRevision row)
            throws GitFailure, IOException {
        if (commit.isEmpty()) {
            return false;
        }
        try (RevWalk commits = new RevWalk(clone.repository())) {
            RevCommit parsed = commits.parseCommit(commit.get());
            boolean ours = Annotation.of(parsed.getFullMessage()).stream()
                    .anyMatch(annotation -> annotation.packagePath().equals(branch.full())
                            && annotation.workspace().equals(branch.workspace()));
            PackageTree trees =
                    new PackageTree(commits.getObjectReader(), row.lock().repository(), clone.tolerance());
            return ours && DraftScanner.content(trees, parsed, branch.full()).equals(row.content());
        }
    }
}
