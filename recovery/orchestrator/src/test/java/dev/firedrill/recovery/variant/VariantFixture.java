package dev.firedrill.recovery.variant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.engine.Preconditions;
import dev.firedrill.recovery.engine.RepositoryState;
import dev.firedrill.recovery.engine.User;
import dev.firedrill.recovery.fake.EngineFixture;
import dev.firedrill.recovery.fake.FakeCluster;
import dev.firedrill.recovery.fake.Requests;
import dev.firedrill.recovery.fake.Samples;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.model.VariantStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One upstream repository, {@code blue}, one downstream repository, {@code edge}, and variants between them. */
final class VariantFixture {
    final EngineFixture stores = new EngineFixture();
    final FakeCluster cluster = new FakeCluster();
    private final VariantController controller = new VariantController(stores.engine, cluster, Journal.none());
    VariantController.RoundResult last = new VariantController.RoundResult(false, Map.of(), List.of());

    static Variant variant(String uid) {
        return new Variant(
                Samples.NAMESPACE,
                "to-edge",
                uid,
                1,
                false,
                "blue",
                "upf",
                Optional.of("v1"),
                "edge",
                "site/upf",
                false,
                false,
                Map.of("from", "variant"),
                Map.of("note", "made by a variant"),
                Map.of("region", "north"),
                "{}");
    }

    static Variant adopting(Variant variant) {
        return with(variant, variant.upstreamWorkspace().orElse(""), variant.downstreamPackage(), true, false, false);
    }

    static Variant orphaning(Variant variant) {
        return with(variant, "v1", variant.downstreamPackage(), variant.adoptExisting(), true, false);
    }

    static Variant deleting(Variant variant) {
        return with(
                variant, "v1", variant.downstreamPackage(), variant.adoptExisting(), variant.orphanOnDelete(), true);
    }

    static Variant following(Variant variant, String workspace) {
        return with(
                variant,
                workspace,
                variant.downstreamPackage(),
                variant.adoptExisting(),
                variant.orphanOnDelete(),
                false);
    }

    static Variant pointingAt(Variant variant, String downstream) {
        return with(variant, "v1", downstream, variant.adoptExisting(), variant.orphanOnDelete(), false);
    }

    private static Variant with(
            Variant variant, String workspace, String downstream, boolean adopt, boolean orphan, boolean deleting) {
        return new Variant(
                variant.namespace(),
                variant.name(),
                variant.uid(),
                2,
                deleting,
                variant.upstreamRepository(),
                variant.upstreamPackage(),
                workspace.isEmpty() ? Optional.empty() : Optional.of(workspace),
                variant.downstreamRepository(),
                downstream,
                adopt,
                orphan,
                variant.labels(),
                variant.annotations(),
                variant.packageContext(),
                variant.json());
    }

    World world(Variant... variants) {
        return new World(
                stores.engine.list(),
                stores.states,
                Arrays.stream(variants).map(Variant::uid).collect(Collectors.toSet()));
    }

    VariantDecision decide(Variant variant) {
        return VariantRules.decide(variant, world(variant));
    }

    /** Rounds until nothing changes; the status of the first variant then. */
    VariantStatus settle(Variant... variants) {
        for (int round = 0; round < 6; round++) {
            last = controller.round(List.of(variants), world(variants), "set-1");
            if (!last.changed()) {
                return last.statuses()
                        .getOrDefault(variants[0], new VariantStatus(false, false, "Released", "", List.of()));
            }
        }
        throw new AssertionError("does not settle: " + last);
    }

    /** Settles twice: the second time must change nothing. */
    VariantStatus settled(Variant... variants) {
        VariantStatus status = settle(variants);
        int writes = stores.cache.writes;
        settle(variants);
        assertThat(stores.cache.writes).as("writes of an idle round").isEqualTo(writes);
        return status;
    }

    CachedRevision row(String name) {
        return stores.engine.get(name);
    }

    List<String> downstream() {
        return stores.engine.list().stream()
                .filter(row -> row.name().repository().equals("edge") && !row.isPlaceholder())
                .map(row -> row.name().packageName().path() + "/" + row.name().workspace() + " "
                        + row.lifecycle().text())
                .sorted()
                .toList();
    }

    void publish(String name) {
        move(name, Lifecycle.PROPOSED);
        stores.approve(row(name), Lifecycle.PUBLISHED);
    }

    void move(String name, Lifecycle lifecycle) {
        stores.engine.update(name, Requests.change(row(name), lifecycle), User.nobody());
    }

    void delete(String name) {
        stores.engine.delete(name, Preconditions.none(), User.nobody());
    }

    void edit(String name, UnaryOperator<Metadata> change) {
        CachedRevision row = row(name);
        stores.engine.rewrite(row, row.withMetadata(change.apply(row.metadata())), User.nobody());
    }

    List<String> owners(String name) {
        return row(name).metadata().owners().stream().map(OwnerReference::uid).toList();
    }

    void unregister(String repository) {
        stores.states.remove(repository);
    }

    void register(String repository) {
        stores.states.put(repository, new RepositoryState.Aligned(Samples.repository(repository)));
    }
}
