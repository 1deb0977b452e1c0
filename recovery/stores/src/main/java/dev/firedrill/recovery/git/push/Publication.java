package dev.firedrill.recovery.git.push;

import dev.firedrill.recovery.git.scan.TagName;
import dev.firedrill.recovery.git.transport.GitFailure;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.port.GitRefused;
import java.io.IOException;
import java.util.Optional;

/** Publishing one revision, repeatable after a crash at any place. */
public final class Publication {
    private static final int ATTEMPTS = 3;

    private final Repository repository;
    private final CachedRevision revision;
    private final int number;
    private final String author;

    public Publication(Repository repository, CachedRevision revision, int number, String author) {
        this.repository = repository;
        this.revision = revision;
        this.number = number;
        this.author = author;
    }

    public GitRevision run(Pushes pushes, Look look) throws GitFailure, IOException {
        String path = revision.name().packageName().path();
        String full = TagName.full(repository.directory(), path);
        String tag = full + "/v" + number;
        for (int attempt = 1; ; attempt++) {
            GitView.Readable view = look.look();
            Optional<GitRevision> there = present(view, tag);
            if (there.isPresent()) {
                return there.get();
            }
            if (attempt > ATTEMPTS) {
                throw new GitRefused("the package branch of " + GitFailure.withoutSecret(repository.url())
                        + " moved each time that " + tag + " was pushed; try again.");
            }
            pushes.publish(repository.branch(), full, tag, revision, number, author);
        }
    }

    /** What is published under the revision's name or number already. */
    private Optional<GitRevision> present(GitView.Readable view, String tag) {
        for (GitRevision each : view.revisions()) {
            boolean samePackage = each.revision() > 0
                    && each.name().packageName().equals(revision.name().packageName());
            if (samePackage && each.name().equals(revision.name())) {
                if (each.content().equals(revision.content())) {
                    return Optional.of(each);
                }
                throw new GitRefused("tag " + each.lock().ref() + " has published workspace "
                        + revision.name().workspace() + " with other content already; a tag is never moved.");
            }
            if (samePackage && each.lock().ref().equals(tag)) {
                throw new GitRefused("tag " + tag + " exists already, with workspace "
                        + each.name().workspace() + "; a tag is never moved.");
            }
        }
        return Optional.empty();
    }

    /** Looks at the repository as it is now. */
    @FunctionalInterface
    public interface Look {
        GitView.Readable look() throws GitFailure, IOException;
    }
}
