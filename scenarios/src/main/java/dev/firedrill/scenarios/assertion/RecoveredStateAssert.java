package dev.firedrill.scenarios.assertion;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.oracle.expect.ExpectedCounts;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.scenarios.recording.Claims;
import dev.firedrill.workload.history.RevisionClass;
import dev.firedrill.workload.ledger.Ledger;
import dev.firedrill.workload.world.GitTag;
import dev.firedrill.workload.world.Lifecycle;
import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import dev.firedrill.workload.world.World;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is there after the recovery, and the claims that scenarios make about it. A claim that does not hold is an
 * {@link AssertionError} that says what was claimed and what was seen.
 */
public final class RecoveredStateAssert {
    private final Ledger ledger;
    private final Observation after;
    private final RescueSetAssert rescued;
    private final StatementAssert statement;

    public RecoveredStateAssert(Ledger ledger, Observation after, RescueSetAssert rescued, Claims claims) {
        this.ledger = ledger;
        this.after = after;
        this.rescued = rescued;
        this.statement = new StatementAssert(after, claims);
    }

    /** What became of PackageVariants. */
    public PackageVariantAssert variants() {
        return new PackageVariantAssert(ledger, after);
    }

    /** What became of the identities that the cluster's objects had at {@code point}. */
    public UidAssert identitiesSince(RecoveryPoint point) {
        return new UidAssert(world(point), after);
    }

    /** What was taken out of the cache. */
    public RescueSetAssert rescued() {
        return rescued;
    }

    /** What no fate was meant for is as it was. */
    public void untouched(UnaffectedRepositories unaffected) {
        unaffected.areUntouched(after);
    }

    /** A repository lists so many drafts, proposals, published, proposed for deletion, and placeholders. */
    public void countsAre(String repository, int drafts, int proposed, int published, int deletion, int placeholders) {
        ExpectedCounts wanted = new ExpectedCounts(drafts, proposed, published, deletion, placeholders);
        claim("Draft/Proposed/Published/DeletionProposed + placeholders of " + repository)
                .isEqual(ExpectedCounts.of(repository, listed().values()), wanted);
    }

    /** A repository differs from the disaster in exactly these rows, the first of which is the heading. */
    public void changesAre(String repository, List<List<String>> table) {
        claim("what is not as it was in " + repository).isSame(differences(repository), table.subList(1, table.size()));
    }

    /** A repository is as it was at the disaster. */
    public void nothingChanged(String repository) {
        claim("what is not as it was in " + repository).isSame(differences(repository), List.of());
    }

    /** Everything that a point of the past had as work is still there, in that state or a later one. */
    public void nothingIsLostFrom(RecoveryPoint point) {
        Set<RevisionId> lost = new HashSet<>(world(point).rows().keySet());
        lost.removeAll(after.rows().keySet());
        claim("what was there at " + point + " and is gone").isSame(lost, Set.of());
    }

    /** A package of the history is published, with the labels and annotations that it once had. */
    public void publishedWithMetadataOf(String packageName, RecoveryPoint point) {
        RevisionState is = only(packageName);
        RevisionState was = world(point).rows().get(is.id());
        claim("lifecycle of " + packageName).isEqual(is.lifecycle(), Lifecycle.PUBLISHED);
        claim("labels of " + packageName).isEqual(is.labels(), was.labels());
        claim("annotations of " + packageName).isEqual(is.annotations(), was.annotations());
    }

    /** A package of the history is unfinished work, with the content that it had at the disaster. */
    public void thereAsDraft(String packageName) {
        RevisionState is = only(packageName);
        claim("lifecycle of " + packageName).isEqual(is.lifecycle(), Lifecycle.DRAFT);
        claim("content of " + packageName)
                .isEqual(
                        is.contentHash(),
                        world(RecoveryPoint.DISASTER).rows().get(is.id()).contentHash());
    }

    /** A package of the history has no revision any more. */
    public void gone(String packageName) {
        Set<RevisionId> left = Stream.concat(listed().keySet().stream(), rows().keySet().stream())
                .filter(id -> id.packagePath().equals(packageName))
                .filter(id -> id.workspace().equals(RevisionClass.WORKSPACE))
                .collect(Collectors.toSet());
        claim("revisions of " + packageName).isSame(left, Set.of());
    }

    /** A package's content is what its tag in git holds now. */
    public void contentIsOfGit(String packageName) {
        RevisionState is = only(packageName);
        String inGit = tagOf(is.id().repository(), packageName).contentHash();
        claim("content of " + packageName).isEqual(is.contentHash(), inGit);
    }

    /** No row is without the file that makes it a package. */
    public void everyRevisionHasContent() {
        claim("whether there is any package revision").isEqual(after.rows().isEmpty(), false);
        Set<RevisionId> empty = after.rows().entrySet().stream()
                .filter(row -> !row.getValue().hasKptfile())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        claim("package revisions without content").isSame(empty, Set.of());
    }

    /** Labels and annotations of everything are as they were at the disaster. */
    public void metadataIsKept() {
        Map<RevisionId, RevisionState> then = world(RecoveryPoint.DISASTER).rows();
        Set<RevisionId> changed = Stream.of(listed(), rows())
                .flatMap(states -> states.entrySet().stream())
                .filter(entry -> Optional.ofNullable(then.get(entry.getKey()))
                        .filter(was -> !was.labels().equals(entry.getValue().labels())
                                || !was.annotations().equals(entry.getValue().annotations()))
                        .isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        claim("package revisions with other labels or annotations").isSame(changed, Set.of());
        nothingIsLost();
    }

    /** Every package revision of the disaster still has its row. */
    public void nothingIsLost() {
        Set<RevisionId> lost =
                new HashSet<>(world(RecoveryPoint.DISASTER).rows().keySet());
        lost.removeAll(after.rows().keySet());
        claim("package revisions that are lost").isSame(lost, Set.of());
    }

    /** A repository's rows are all there, and none is listed. */
    public void setAside(String repository) {
        Map<RevisionId, RevisionState> rows = of(repository, rows());
        claim("rows of " + repository)
                .isSame(rows, of(repository, world(RecoveryPoint.DISASTER).rows()));
        notListed(repository);
        statement.namesAsQuarantined(repository);
    }

    /** All rows of all repositories are there, and none is listed. */
    public void everythingSetAside() {
        claim("rows").isSame(rows(), world(RecoveryPoint.DISASTER).rows());
        claim("what is listed").isSame(listed().keySet(), Set.of());
    }

    /** The public API lists nothing of a repository. */
    public void notListed(String repository) {
        claim("what is listed of " + repository).isSame(of(repository, listed()).keySet(), Set.of());
    }

    /** A repository lists what its git repository publishes, and nothing else. */
    public void holdsWhatGitHas(String repository) {
        World now = world(RecoveryPoint.DISASTER);
        Set<RevisionId> published = World.publishedIn(
                        after.repositories().get(repository).state(), now.git().get(repository))
                .keySet();
        claim("what is listed of " + repository).isSame(of(repository, listed()).keySet(), published);
    }

    /** A repository says that a removal awaits confirmation. */
    public void awaitsConfirmation(String repository) {
        statement.namesAsAwaiting(repository);
        claim("readiness of " + repository)
                .isEqual(after.repositories().get(repository).ready(), Optional.of(false));
    }

    /** A repository's condition speaks of something. */
    public void saysOf(String repository, String word) {
        claim("the condition of " + repository)
                .mentions(after.repositories().get(repository).message(), word);
    }

    /** A repository is not ready, because its git repository is as {@code what} says. */
    public void gitIsUnreadable(String repository, String what) {
        notReadyBecauseOf(repository, "git repository");
        saysOf(repository, what);
    }

    /** A repository's condition names the tag of a package, and says that it was moved. */
    public void reportsMovedTag(String repository, String packageName) {
        saysOf(repository, "tag " + tagOf(repository, packageName).tagName() + " ");
        saysOf(repository, " was moved");
    }

    /** A repository is not ready, and its condition speaks of the reason. */
    public void notReadyBecauseOf(String repository, String word) {
        claim("readiness of " + repository)
                .isEqual(after.repositories().get(repository).ready(), Optional.of(false));
        saysOf(repository, word);
    }

    /** A repository is ready, and its condition speaks of what was left out. */
    public void readyAndSaying(String repository, String... words) {
        claim("readiness of " + repository)
                .isEqual(after.repositories().get(repository).ready(), Optional.of(true));
        Arrays.stream(words).forEach(word -> saysOf(repository, word));
    }

    /** Nothing but the revision {@code asked} has been added, changed or taken away. */
    public void nothingElseChanged(RevisionId asked) {
        Map<RevisionId, RevisionState> now = rows();
        now.keySet().removeIf(id -> id.packageName().equals(asked.packageName()));
        claim("rows").isSame(now, world(RecoveryPoint.DISASTER).rows());
    }

    /** Every Repository is ready. */
    public void everyRepositoryIsReady() {
        claim("whether there is any Repository").isEqual(after.repositories().isEmpty(), false);
        Map<String, String> unready = new TreeMap<>();
        after.repositories().forEach((name, repository) -> {
            if (!repository.ready().orElse(false)) {
                unready.put(name, repository.message());
            }
        });
        claim("repositories that are not ready").isSame(unready, Map.of());
    }

    private List<List<String>> differences(String repository) {
        return new StateDiff(
                        world(RecoveryPoint.P1).rows(),
                        world(RecoveryPoint.DISASTER).rows(),
                        rows())
                .of(repository);
    }

    private GitTag tagOf(String repository, String packageName) {
        return after.git().get(repository).state().tags().values().stream()
                .filter(tag -> tag.packagePath().equals(packageName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("git has no tag of " + packageName + " in " + repository));
    }

    private RevisionState only(String packageName) {
        List<RevisionState> found = rows().values().stream()
                .filter(state -> state.id().packagePath().equals(packageName) && !state.placeholder())
                .toList();
        claim("number of revisions of " + packageName).isEqual(found.size(), 1);
        return found.get(0);
    }

    private World world(RecoveryPoint point) {
        return ledger.stateAt(point);
    }

    private Map<RevisionId, RevisionState> rows() {
        Map<RevisionId, RevisionState> rows = new TreeMap<>();
        after.rows().forEach((id, row) -> rows.put(id, row.state()));
        return rows;
    }

    /** What the public API lists. */
    private Map<RevisionId, RevisionState> listed() {
        Map<RevisionId, RevisionState> listed = new TreeMap<>();
        after.listed().forEach((id, one) -> listed.put(id, one.revision().containing(one.contentHash())));
        return listed;
    }

    private static Map<RevisionId, RevisionState> of(String repository, Map<RevisionId, RevisionState> states) {
        Map<RevisionId, RevisionState> own = new TreeMap<>(states);
        own.keySet().removeIf(id -> !id.repository().equals(repository));
        return own;
    }
}
