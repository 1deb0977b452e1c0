package dev.firedrill.recovery.git.scan;

import dev.firedrill.recovery.git.transport.GitFailure;
import dev.firedrill.recovery.git.tree.Omissions;
import dev.firedrill.recovery.git.tree.PackageTree;
import dev.firedrill.recovery.git.tree.Tolerance;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.LeftOut;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final Pattern WORKSPACE = Pattern.compile("[^/\\p{Cntrl}]{1,253}");

    private final Repository repository;
    private final RevWalk commits;
    private final PackageTree trees;
    private final Tolerance tolerance;
    private final RevisionNames names;
    private final OriginTasks origins;
    private final PlaceholderScanner placeholders;
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
        this.names = new RevisionNames(repository);
        this.origins = new OriginTasks(commits);
        LastTouch lastTouch = new LastTouch(commits, touched(before, remembered));
        this.placeholders = new PlaceholderScanner(repository, commits, trees, tolerance, lastTouch, found, leftOut);
    }

    static String key(String ref, String commit) {
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
        placeholders.read(head);
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
        return names.obstacle(tag.path() + "/" + tag.last());
    }

    private void revision(TagName tag, RevCommit commit, PackageTree.Files files) throws IOException {
        boolean numbered = tag.revision() > 0;
        Optional<String> wanted = OriginTasks.annotation(commit, tag.full())
                .map(Annotation::workspace)
                .filter(text -> numbered && !text.isEmpty());
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
                new RevisionName(names.packageName(tag.path()), workspace),
                tag.revision(),
                new GitLock(repository.place(), tag.path(), tag.ref(), commit.name()),
                files.content(),
                numbered ? origins.of(commit, tag.full(), workspace) : Optional.empty(),
                author.when(),
                author.mail(),
                refNames.contains(tag.deletionProposal())));
        leftOut.addAll(files.omissions().of(tag.ref(), commit.name(), tag.path()));
    }
}
