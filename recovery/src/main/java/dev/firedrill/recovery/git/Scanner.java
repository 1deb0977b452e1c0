package dev.firedrill.recovery.git;

import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Lists what a clone holds for one Repository: a revision for each tag, a placeholder for each package on the branch. */
final class Scanner {
    private static final String TAGS = "refs/tags/";
    private static final Set<String> ORIGINS = Set.of("init", "clone", "edit", "upgrade");
    private static final int LONGEST_DRAFT = 200;

    private final Repository repository;
    private final RevWalk commits;
    private final PackageTree trees;
    private final LastTouch lastTouch;
    private final Map<String, GitRevision> known = new HashMap<>();

    /** @param before what was listed before; what did not change since is not read again */
    Scanner(Repository repository, RevWalk commits, Optional<Listing> before) {
        this.repository = repository;
        this.commits = commits;
        ObjectReader reader = commits.getObjectReader();
        this.trees = new PackageTree(reader, repository.url());
        List<GitRevision> remembered = before.map(Listing::remembered).orElse(List.of());
        remembered.forEach(
                revision -> known.put(key(revision.lock().ref(), revision.lock().commit()), revision));
        this.lastTouch = new LastTouch(commits, touched(before, remembered));
    }

    private static String key(String ref, String commit) {
        return ref + "\n" + commit;
    }

    private Optional<LastTouch.Known> touched(Optional<Listing> before, List<GitRevision> remembered) {
        Map<String, ObjectId> touched = new HashMap<>();
        for (GitRevision revision : remembered) {
            if (revision.isPlaceholder() && revision.lock().ref().equals(repository.branch())) {
                String full = TagName.full(
                        repository.directory(), revision.name().packageName().path());
                touched.put(full, ObjectId.fromString(revision.lock().commit()));
            }
        }
        return before.filter(listing -> !remembered.isEmpty())
                .map(listing -> new LastTouch.Known(listing.head(), touched));
    }

    List<GitRevision> revisions(Map<String, ObjectId> refs, ObjectId head) throws IOException, Trouble {
        List<GitRevision> found = new ArrayList<>();
        for (Map.Entry<String, ObjectId> ref : refs.entrySet()) {
            if (ref.getKey().startsWith(TAGS)) {
                Optional<TagName> tag = TagName.of(ref.getKey().substring(TAGS.length()), repository.directory());
                if (tag.isPresent()) {
                    published(tag.get(), ref.getValue()).ifPresent(found::add);
                }
            }
        }
        found.addAll(placeholders(head));
        found.sort(
                Comparator.comparing((GitRevision revision) -> revision.name().objectName())
                        .thenComparing(GitRevision::revision)
                        .thenComparing(revision -> revision.lock().ref()));
        return found;
    }

    private Optional<GitRevision> published(TagName tag, ObjectId target) throws IOException, Trouble {
        RevCommit commit;
        try {
            commit = commits.parseCommit(target);
        } catch (IncorrectObjectTypeException e) {
            // A tag on a file or a tree is no package revision.
            return Optional.empty();
        }
        GitRevision before = known.get(key(tag.ref(), commit.name()));
        if (before != null) {
            return Optional.of(before);
        }
        Optional<ObjectId> tree = trees.subtree(commit.getTree(), tag.full());
        if (tree.isEmpty() || !trees.isPackage(tree.get())) {
            return Optional.empty();
        }
        boolean numbered = tag.revision() > 0;
        Optional<Annotation> annotation = annotation(commit, tag.full());
        String workspace = numbered
                ? annotation
                        .map(Annotation::workspace)
                        .filter(text -> !text.isEmpty())
                        .orElse("v" + tag.revision())
                : tag.last();
        PersonIdent author = commit.getAuthorIdent();
        return Optional.of(new GitRevision(
                new RevisionName(packageName(tag.path()), workspace),
                tag.revision(),
                new GitLock(repository.url(), tag.path(), tag.ref(), commit.name()),
                trees.content(tree.get(), tag.full(), commit),
                numbered ? originTask(commit, tag.full(), workspace) : Optional.empty(),
                author.getWhenAsInstant(),
                author.getEmailAddress()));
    }

    private List<GitRevision> placeholders(ObjectId head) throws IOException, Trouble {
        if (head.equals(ObjectId.zeroId())) {
            return List.of();
        }
        RevCommit commit = commits.parseCommit(head);
        Optional<ObjectId> root = trees.subtree(commit.getTree(), repository.directory());
        if (root.isEmpty()) {
            return List.of();
        }
        SortedMap<String, ObjectId> packages = trees.packages(root.get(), commit);
        Set<String> directories = new HashSet<>();
        packages.keySet().forEach(path -> directories.add(TagName.full(repository.directory(), path)));
        Map<String, RevCommit> touched = lastTouch.of(commit, directories);
        List<GitRevision> found = new ArrayList<>();
        for (Map.Entry<String, ObjectId> each : packages.entrySet()) {
            String full = TagName.full(repository.directory(), each.getKey());
            RevCommit last = touched.getOrDefault(full, commit);
            PersonIdent author = last.getAuthorIdent();
            found.add(new GitRevision(
                    new RevisionName(packageName(each.getKey()), repository.branch()),
                    CachedRevision.PLACEHOLDER,
                    new GitLock(repository.url(), each.getKey(), repository.branch(), last.name()),
                    trees.content(each.getValue(), full, commit),
                    Optional.empty(),
                    author.getWhenAsInstant(),
                    author.getEmailAddress()));
        }
        return found;
    }

    private PackageName packageName(String path) {
        return new PackageName(repository.namespace(), repository.name(), path);
    }

    private static Optional<Annotation> annotation(RevCommit commit, String full) {
        return Annotation.of(commit.getFullMessage()).stream()
                .filter(annotation -> annotation.packagePath().equals(full))
                .findFirst();
    }

    /** The first task of the workspace: the oldest commit before the tagged one that still belongs to it has it. */
    private Optional<String> originTask(RevCommit tagged, String full, String workspace) throws IOException {
        Optional<String> origin = Optional.empty();
        Deque<RevCommit> waiting = new ArrayDeque<>(List.of(tagged));
        Set<ObjectId> seen = new HashSet<>();
        while (!waiting.isEmpty() && seen.size() < LONGEST_DRAFT) {
            RevCommit commit = commits.parseCommit(waiting.removeFirst());
            boolean ours = annotation(commit, full)
                    .map(Annotation::workspace)
                    .filter(workspace::equals)
                    .isPresent();
            if (seen.add(commit.copy()) && ours) {
                Optional<String> task =
                        annotation(commit, full).flatMap(Annotation::task).filter(Scanner::isOrigin);
                origin = task.isPresent() ? task : origin;
                waiting.addAll(List.of(commit.getParents()));
            }
        }
        return origin;
    }

    static boolean isOrigin(String task) {
        return Json.objectIn(task)
                .map(node -> ORIGINS.contains(node.path("type").asText()))
                .orElse(false);
    }
}
