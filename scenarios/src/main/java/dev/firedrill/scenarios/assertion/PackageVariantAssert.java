package dev.firedrill.scenarios.assertion;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.oracle.observe.ObservedVariant;
import dev.firedrill.oracle.snapshot.Source;
import dev.firedrill.workload.ledger.Ledger;
import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import dev.firedrill.workload.world.VariantState;
import dev.firedrill.workload.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of PackageVariants and of what they made. */
public final class PackageVariantAssert {
    private static final Pattern OWNER = Pattern.compile("metadata\\.ownerReferences\\[\\d+]\\.uid");

    private final World atDisaster;
    private final Observation after;

    PackageVariantAssert(Ledger ledger, Observation after) {
        this.atDisaster = ledger.stateAt(RecoveryPoint.DISASTER);
        this.after = after;
    }

    /** Each PackageVariant of the control plane owns, by its present identity, what is in its package. */
    public void everyOneOwnsItsPackages() {
        Set<String> astray = new TreeSet<>();
        for (ObservedVariant variant : after.variants().values()) {
            List<RevisionState> kept = after.rows().values().stream()
                    .map(row -> row.state())
                    .filter(state -> variant.state().keeps(state.id()) && !state.placeholder())
                    .toList();
            if (kept.isEmpty()) {
                astray.add("anything of " + variant.state().name());
            }
            kept.stream()
                    .filter(state -> !state.owners().contains(variant.state().asOwner()))
                    .forEach(state ->
                            astray.add(state.id() + " of " + variant.state().name()));
        }
        claim("package revisions that their PackageVariant does not own").isSame(astray, Set.of());
        claim("PackageVariants")
                .isSame(after.variants().keySet(), atDisaster.variants().keySet());
    }

    /** Nothing is in a PackageVariant's package that was not there at the disaster. */
    public void noneMadeSomething() {
        Set<RevisionId> made = after.rows().values().stream()
                .map(row -> row.state())
                .filter(state -> atDisaster.variants().values().stream().anyMatch(one -> one.keeps(state.id())))
                .map(RevisionState::id)
                .filter(id -> !atDisaster.rows().containsKey(id))
                .collect(Collectors.toSet());
        claim("package revisions that a PackageVariant has made anew").isSame(made, Set.of());
    }

    /** In each PackageVariant's package there is one piece of unfinished work: a draft of this workspace, which is its own. */
    public void everyOneFollowsWith(String workspace) {
        Map<String, String> work = new TreeMap<>();
        Map<String, String> wanted = new TreeMap<>();
        for (ObservedVariant variant : after.variants().values()) {
            VariantState state = variant.state();
            wanted.put(state.name(), "Draft " + workspace + " of " + Set.of(state.asOwner()));
            work.put(
                    state.name(),
                    after.rows().values().stream()
                            .map(row -> row.state())
                            .filter(row ->
                                    state.keeps(row.id()) && !row.lifecycle().published() && !row.placeholder())
                            .map(row -> row.lifecycle().text() + " " + row.id().workspace() + " of " + row.owners())
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        claim("PackageVariants").isSame(wanted.keySet(), atDisaster.variants().keySet());
        claim("unfinished work in the packages of PackageVariants").isSame(work, wanted);
    }

    /** Whatever the public API shows as an owner has the UID of an object that the control plane has. */
    public void noOwnerIsDead() {
        Set<String> living = after.facts().facts().entrySet().stream()
                .filter(object -> object.getKey().source() == Source.CONTROL_PLANE)
                .flatMap(object -> Stream.ofNullable(object.getValue().get("metadata.uid")))
                .collect(Collectors.toSet());
        Set<String> dead = new TreeSet<>();
        after.facts()
                .facts()
                .forEach((subject, fields) -> fields.forEach((field, value) -> {
                    if (subject.source() == Source.PUBLIC_API
                            && OWNER.matcher(field).matches()
                            && !living.contains(value)) {
                        dead.add(subject + " is owned by " + value);
                    }
                }));
        claim("owners that are shown and are not there").isSame(dead, Set.of());
    }

    /** What a PackageVariant that is not there made is known to the cache as its own, under the UID that it had. */
    public void rememberedAs(String variant) {
        VariantState was = atDisaster.variants().get(variant);
        Set<RevisionId> forgotten = after.rows().values().stream()
                .map(row -> row.state())
                .filter(state -> was.keeps(state.id()) && !state.placeholder())
                .filter(state -> !state.owners().contains(was.asOwner()))
                .map(RevisionState::id)
                .collect(Collectors.toSet());
        claim("package revisions whose owner " + variant + " the cache has forgotten")
                .isSame(forgotten, Set.of());
        packagesKept(variant);
    }

    /** What a PackageVariant made is shown as its own, under the UID that it has now. */
    public void shownAsItsOwn(String variant) {
        VariantState is = after.variants().get(variant).state();
        Map<String, Object> others = new TreeMap<>();
        after.listed().forEach((id, listed) -> {
            if (is.keeps(id)
                    && !listed.revision().containing("").placeholder()
                    && !listed.revision().owners().contains(is.asOwner())) {
                others.put(id.objectName(), listed.revision().owners());
            }
        });
        claim("package revisions that are not shown as those of " + variant).isSame(others, Map.of());
        claim("whether " + variant + " has another UID than at the disaster")
                .isEqual(!is.uid().equals(atDisaster.variants().get(variant).uid()), true);
        packagesKept(variant);
    }

    /** Each PackageVariant says that it is stalled, and names what it waits for. */
    public void everyOneWaitsFor(String repository) {
        Map<String, String> others = new TreeMap<>();
        after.variants().forEach((name, variant) -> {
            boolean waits = variant.stalled().orElse(false) && variant.message().contains("'" + repository + "'");
            if (!waits) {
                others.put(name, variant.message());
            }
        });
        claim("PackageVariants that do not wait for " + repository).isSame(others, Map.of());
        claim("PackageVariants")
                .isSame(after.variants().keySet(), atDisaster.variants().keySet());
    }

    /** Each PackageVariant says that it is ready. */
    public void everyOneIsReady() {
        Map<String, String> others = new TreeMap<>();
        after.variants().forEach((name, variant) -> {
            if (!variant.ready().orElse(false) || variant.stalled().orElse(true)) {
                others.put(name, variant.message());
            }
        });
        claim("PackageVariants that are not ready").isSame(others, Map.of());
        claim("PackageVariants")
                .isSame(after.variants().keySet(), atDisaster.variants().keySet());
    }

    /** This one has what it wants, whatever the others say. */
    public void ready(String variant) {
        claim("whether the PackageVariant " + variant + " is ready: "
                        + Optional.ofNullable(after.variants().get(variant))
                                .map(ObservedVariant::message)
                                .orElse("there is none"))
                .isEqual(
                        Optional.ofNullable(after.variants().get(variant))
                                .flatMap(ObservedVariant::ready)
                                .orElse(false),
                        true);
    }

    /** The control plane has no such PackageVariant. */
    public void absent(String variant) {
        claim("is there a PackageVariant " + variant).isEqual(after.variants().containsKey(variant), false);
    }

    /** The control plane has this PackageVariant. */
    public void present(String variant) {
        claim("is there a PackageVariant " + variant).isEqual(after.variants().containsKey(variant), true);
    }

    /** Whatever a PackageVariant had made at the disaster has its row. */
    public void packagesKept(String variant) {
        VariantState was = atDisaster.variants().get(variant);
        Set<RevisionId> lost = atDisaster.rows().keySet().stream()
                .filter(was::keeps)
                .filter(id -> !after.rows().containsKey(id))
                .collect(Collectors.toSet());
        claim("package revisions of " + variant + " that are lost").isSame(lost, Set.of());
    }
}
