package dev.firedrill.recovery.git.scan;

import dev.firedrill.recovery.git.transport.GitFailure;
import dev.firedrill.recovery.git.tree.Omissions;
import dev.firedrill.recovery.git.tree.PackageTree;
import dev.firedrill.recovery.git.tree.PathGuard;
import dev.firedrill.recovery.git.tree.Tolerance;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.LeftOut;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.model.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Lists what a clone holds for one Repository: a revision for each tag, a placeholder for each package on the branch. What
 * cannot be read is left out by itself.
 */
public final class Scanner {
    private static final String TAGS = "refs/tags/";
    private static final String BRANCHES = "refs/heads/";
    private static final Set<String> ORIGINS = Set.of("init", "clone", "edit", "upgrade");
    private static final Pattern WORKSPACE = Pattern.compile("[^/\\p{Cntrl}]{1,253}");
    private static final int LONGEST_DRAFT = 200;
    private static final int LONGEST_NAME = 1024;

    private final Repository repository;
    private final RevWalk commits;
    private final PackageTree trees;
    private final Tolerance tolerance;
    private final LastTouch lastTouch;
    private final Map<String, GitRevision> known = new HashMap<>();
    private final List<LeftOut> knownLeftOut;
    private final List<GitRevision> found = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private Set<String> refNames = Set.of();
    private final List<String> withoutPath = new ArrayList<>();
    private final List<String> withoutPackage = new ArrayList<>();

    /** @param before what was listed before; what did not change since is not read again */
    public Scanner(Repository repository, RevWalk commits, Tolerance tolerance, Optional<Listing> before) {
        this.repository = repository;
        this.commits = commits;
        this.tolerance = tolerance;
        ObjectReader reader = commits.getObjectReader();
        this.trees = new PackageTree(reader, repository.url(), tolerance);
        List<GitRevision> remembered = before.map(Listing::remembered).orElse(List.of());
        remembered.forEach(
                revision -> known.put(key(revision.lock().ref(), revision.lock().commit()), revision));
        this.knownLeftOut = before.map(Listing::rememberedLeftOut).orElse(List.of());
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

    /** Reads everything; {@link #leftOut} says afterwards what was not taken. */
    public List<GitRevision> revisions(Map<String, ObjectId> refs, ObjectId head) throws IOException, GitFailure {
        refNames = refs.keySet();
        for (Map.Entry<String, ObjectId> ref : refs.entrySet()) {
            if (ref.getKey().startsWith(TAGS)) {
                String name = ref.getKey().substring(TAGS.length());
                Optional<TagName> tag = TagName.of(name, repository.directory());
                if (tag.isEmpty() && repository.directory().isEmpty()) {
                    withoutPath.add(name);
                }
                if (tag.isPresent()) {
                    tolerance.attempt(
                            key(ref.getKey(), ref.getValue().name()),
                            () -> published(tag.get(), ref.getValue()),
                            why -> omit(LeftOut.Kind.UNREAD, tag.get(), ref.getValue(), "it cannot be read: " + why));
                }
            }
        }
        omit(withoutPath, "the tag of one is named PATH/VERSION");
        omit(withoutPackage, "no Kptfile lies in the directory that the tag names");
        omit(proposalsOfNothing(), "it proposes a revision for deletion that has no tag");
        placeholders(head);
        found.sort(
                Comparator.comparing((GitRevision revision) -> revision.name().objectName())
                        .thenComparing(GitRevision::revision)
                        .thenComparing(revision -> revision.lock().ref()));
        return found;
    }

    /** What was not taken, in the order in which it was met. */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    private List<String> proposalsOfNothing() {
        Set<String> answered = refNames.stream()
                .filter(name -> name.startsWith(TAGS))
                .flatMap(name -> TagName.of(name.substring(TAGS.length()), repository.directory()).stream())
                .map(TagName::deletionProposal)
                .collect(Collectors.toSet());
        return refNames.stream()
                .filter(name -> TagName.isDeletionProposal(name, repository.directory()) && !answered.contains(name))
                .sorted()
                .map(name -> name.substring(BRANCHES.length()))
                .toList();
    }

    private void omit(LeftOut.Kind kind, TagName tag, ObjectId target, String why) {
        leftOut.add(new LeftOut(kind, tag.ref(), target.name(), tag.path(), why));
    }

    /** One notice for all refs that are none of a revision for the same reason: a repository may have any number. */
    private void omit(List<String> refs, String why) {
        if (!refs.isEmpty()) {
            leftOut.add(new LeftOut(
                    LeftOut.Kind.NO_REVISION, refs.get(0), "", "", why + " (" + Omissions.firstOf(refs) + ")"));
        }
    }

    private void published(TagName tag, ObjectId target) throws IOException, GitFailure {
        RevCommit commit;
        try {
            commit = commits.parseCommit(target);
        } catch (IncorrectObjectTypeException e) {
            omit(LeftOut.Kind.NO_REVISION, tag, target, "the tag points to a file or a tree and not to a commit");
            return;
        }
        GitRevision before = known.get(key(tag.ref(), commit.name()));
        if (before != null) {
            found.add(before.withDeletionProposed(refNames.contains(tag.deletionProposal())));
            knownLeftOut.stream()
                    .filter(each ->
                            each.ref().equals(tag.ref()) && each.commit().equals(commit.name()))
                    .forEach(leftOut::add);
            return;
        }
        Optional<ObjectId> tree = trees.subtree(commit.getTree(), tag.full());
        if (tree.isEmpty() || !trees.isPackage(tree.get())) {
            withoutPackage.add(tag.ref());
            return;
        }
        Optional<String> obstacle = obstacle(tag);
        if (obstacle.isPresent()) {
            omit(LeftOut.Kind.NO_REVISION, tag, commit, obstacle.get());
            return;
        }
        revision(tag, commit, trees.content(tree.get()));
    }

    private Optional<String> obstacle(TagName tag) {
        if (tag.revision() == 0) {
            return Optional.of("its number is 0, which is that of drafts");
        }
        return obstacle(tag.path() + "/" + tag.last());
    }

    private Optional<String> obstacle(String path) {
        String name = repository.namespace() + repository.name() + path;
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            return Optional.of("its name would be longer than " + LONGEST_NAME + " bytes");
        }
        boolean odd = Arrays.stream(path.split("/", -1))
                .anyMatch(segment -> PathGuard.isHostile(segment.getBytes(StandardCharsets.UTF_8)));
        return odd ? Optional.of("its name holds what no file name may hold on every machine") : Optional.empty();
    }

    private void revision(TagName tag, RevCommit commit, PackageTree.Files files) throws IOException {
        boolean numbered = tag.revision() > 0;
        Optional<String> wanted =
                annotation(commit, tag.full()).map(Annotation::workspace).filter(text -> numbered && !text.isEmpty());
        Optional<String> sane = wanted.filter(text -> WORKSPACE.matcher(text).matches());
        if (wanted.isPresent() && sane.isEmpty()) {
            omit(LeftOut.Kind.COMMIT, tag, commit, "the workspace that its commit names is no name");
        }
        String workspace = sane.orElse(numbered ? "v" + tag.revision() : tag.last());
        Authorship author = Authorship.of(commit);
        if (!author.dated()) {
            omit(
                    LeftOut.Kind.COMMIT,
                    tag,
                    commit,
                    "its author's date is missing or beyond the year 9999, and " + author.when() + " is taken instead");
        }
        found.add(new GitRevision(
                new RevisionName(packageName(tag.path()), workspace),
                tag.revision(),
                new GitLock(repository.place(), tag.path(), tag.ref(), commit.name()),
                files.content(),
                numbered ? originTask(commit, tag.full(), workspace) : Optional.empty(),
                author.when(),
                author.mail(),
                refNames.contains(tag.deletionProposal())));
        leftOut.addAll(files.omissions().of(tag.ref(), commit.name(), tag.path()));
    }

    private void placeholders(ObjectId head) throws IOException, GitFailure {
        if (head.equals(ObjectId.zeroId())) {
            return;
        }
        RevCommit commit = commits.parseCommit(head);
        Optional<ObjectId> root = trees.subtree(commit.getTree(), repository.directory());
        if (root.isEmpty()) {
            return;
        }
        Omissions omissions = new Omissions();
        SortedMap<String, ObjectId> packages = trees.packages(root.get(), omissions);
        leftOut.addAll(omissions.of(repository.branch(), commit.name(), ""));
        Map<String, RevCommit> touched = touched(commit, packages.keySet());
        for (Map.Entry<String, ObjectId> each : packages.entrySet()) {
            String path = each.getKey();
            tolerance.attempt(
                    key(path, head.name()),
                    () -> placeholder(path, commit, touched, trees.content(each.getValue())),
                    why -> leftOut.add(new LeftOut(
                            LeftOut.Kind.UNREAD,
                            repository.branch(),
                            commit.name(),
                            path,
                            "it cannot be read: " + why)));
        }
    }

    private Map<String, RevCommit> touched(RevCommit head, Set<String> packages) throws IOException, GitFailure {
        Set<String> directories = new HashSet<>();
        packages.forEach(path -> directories.add(TagName.full(repository.directory(), path)));
        Map<String, RevCommit> touched = new HashMap<>();
        tolerance.attempt(
                key("history", head.name()),
                () -> touched.putAll(lastTouch.of(head, directories)),
                why -> leftOut.add(new LeftOut(
                        LeftOut.Kind.COMMIT,
                        repository.branch(),
                        head.name(),
                        "",
                        "the branch's history cannot be followed (" + why + "), and its head is taken for the last"
                                + " change of each package")));
        return touched;
    }

    private void placeholder(String path, RevCommit head, Map<String, RevCommit> touched, PackageTree.Files files) {
        Optional<String> obstacle = obstacle(path + "/" + repository.branch());
        if (obstacle.isPresent()) {
            leftOut.add(new LeftOut(LeftOut.Kind.NO_REVISION, repository.branch(), head.name(), path, obstacle.get()));
            return;
        }
        RevCommit last = touched.getOrDefault(TagName.full(repository.directory(), path), head);
        Authorship author = Authorship.of(last);
        found.add(new GitRevision(
                new RevisionName(packageName(path), repository.branch()),
                CachedRevision.PLACEHOLDER,
                new GitLock(repository.place(), path, repository.branch(), last.name()),
                files.content(),
                Optional.empty(),
                author.when(),
                author.mail()));
        leftOut.addAll(files.omissions().of(repository.branch(), head.name(), path));
    }

    private PackageName packageName(String path) {
        return new PackageName(repository.namespace(), repository.name(), path);
    }

    private static Optional<Annotation> annotation(RevCommit commit, String full) {
        return Annotation.of(commit.getFullMessage()).stream()
                .filter(annotation -> annotation.packagePath().equals(full))
                .findFirst();
    }

    /**
     * The task that made the revision: the nearest one, going back from the tag through the commits of its workspace. The
     * approval of an earlier revision of the same name is where the life of this one began.
     */
    private Optional<String> originTask(RevCommit tagged, String full, String workspace) throws IOException {
        Deque<RevCommit> waiting = new ArrayDeque<>(List.of(tagged));
        Set<ObjectId> seen = new HashSet<>();
        while (!waiting.isEmpty() && seen.size() < LONGEST_DRAFT) {
            RevCommit commit = commits.parseCommit(waiting.removeFirst());
            Optional<Annotation> ours = annotation(commit, full)
                    .filter(annotation -> annotation.workspace().equals(workspace));
            if (!seen.add(commit.copy()) || ours.isEmpty() || ours.get().isApproval() && !commit.equals(tagged)) {
                continue;
            }
            Optional<String> task = ours.get().task().filter(Scanner::isOrigin).map(Secrets::removedFromRepos);
            if (task.isPresent()) {
                return task;
            }
            // The content commit is the last parent of an approval, and the package branch its first.
            List<RevCommit> parents = new ArrayList<>(List.of(commit.getParents()));
            Collections.reverse(parents);
            waiting.addAll(parents);
        }
        return Optional.empty();
    }

    static boolean isOrigin(String task) {
        return Json.objectIn(task)
                .map(node -> ORIGINS.contains(node.path("type").asText()))
                .orElse(false);
    }
}
