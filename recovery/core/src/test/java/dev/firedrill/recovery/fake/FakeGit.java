package dev.firedrill.recovery.fake;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.port.GitRefused;
import dev.firedrill.recovery.port.GitRepositories;
import dev.firedrill.recovery.port.GitUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Git in memory: tags and placeholders, no history. */
public final class FakeGit implements GitRepositories {
    public final Map<String, GitRevision> tags = new TreeMap<>();
    public final Map<String, GitRevision> heads = new TreeMap<>();
    public final List<String> pushes = new ArrayList<>();
    public final List<String> authors = new ArrayList<>();
    /** Branches of drafts and proposals, by name; none are pushed unless {@link #pushesDrafts}. */
    public final Map<String, CachedRevision> branches = new TreeMap<>();

    public boolean pushesDrafts;
    public String failure = "";
    /** What happens between a push and the answer to whoever asked for it. */
    public Runnable afterPush = () -> {};

    private int commits;

    @Override
    public synchronized GitView look(Repository repository) {
        if (!failure.isEmpty()) {
            return new GitView.Unreadable(GitView.Obstacle.UNREACHABLE, failure);
        }
        List<GitRevision> revisions = new ArrayList<>(tags.values());
        revisions.addAll(heads.values());
        revisions.removeIf(revision -> !revision.name().repository().equals(repository.name()));
        return new GitView.Readable("version-" + tags.hashCode() + heads.hashCode(), "head-" + commits, revisions);
    }

    @Override
    public synchronized GitRevision publish(Repository repository, CachedRevision revision, int number, String author) {
        answer();
        String ref = revision.name().packageName().path() + "/v" + number;
        String key = repository.name() + ":" + ref;
        for (GitRevision there : tags.values()) {
            if (!there.name().repository().equals(repository.name())) {
                continue;
            }
            if (there.name().equals(revision.name()) && there.content().equals(revision.content())) {
                return there;
            }
            if (there.name().equals(revision.name()) || there.lock().ref().equals(ref)) {
                throw new GitRefused("tag " + there.lock().ref() + " exists");
            }
        }
        pushes.add(ref);
        authors.add(author);
        GitRevision published = at(repository, revision.name(), number, ref, revision);
        tags.put(key, published);
        RevisionName head = new RevisionName(revision.name().packageName(), repository.branch());
        heads.put(head.toString(), at(repository, head, CachedRevision.PLACEHOLDER, repository.branch(), revision));
        afterPush.run();
        return published;
    }

    @Override
    public synchronized GitRevision placeholder(Repository repository, CachedRevision revision) {
        answer();
        return heads.get(new RevisionName(revision.name().packageName(), repository.branch()).toString());
    }

    @Override
    public synchronized void deleteTag(Repository repository, GitLock lock) {
        answer();
        tags.values().removeIf(tag -> tag.lock().equals(lock));
        afterPush.run();
    }

    @Override
    public synchronized void deleteDirectory(Repository repository, CachedRevision placeholder) {
        answer();
        heads.remove(placeholder.name().toString());
    }

    @Override
    public synchronized boolean syncDraft(
            Repository repository, RevisionName name, Supplier<Optional<CachedRevision>> row) {
        if (!pushesDrafts) {
            return false;
        }
        answer();
        Map<String, CachedRevision> before = new TreeMap<>(branches);
        String suffix = "/" + name.packageName().path() + "/" + name.workspace();
        branches.keySet().removeIf(branch -> branch.equals("drafts" + suffix) || branch.equals("proposed" + suffix));
        row.get().filter(each -> !each.lifecycle().isPublished()).ifPresent(each -> {
            String kind = each.lifecycle() == Lifecycle.DRAFT ? "drafts" : "proposed";
            branches.put(kind + suffix, each);
        });
        return !branches.equals(before);
    }

    private GitRevision at(Repository repository, RevisionName name, int number, String ref, CachedRevision revision) {
        commits++;
        return new GitRevision(
                name,
                number,
                new GitLock(repository.url(), name.packageName().path(), ref, String.format("%040d", commits)),
                revision.content(),
                revision.originTask(),
                Instant.EPOCH,
                "someone@example.org");
    }

    private void answer() {
        if (!failure.isEmpty()) {
            throw new GitUnavailable(failure);
        }
    }
}
