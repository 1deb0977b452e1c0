package dev.firedrill.proof.gradual;

import dev.firedrill.recovery.engine.User;
import dev.firedrill.recovery.fake.FakeCluster;
import dev.firedrill.recovery.fake.Requests;
import dev.firedrill.recovery.fake.Samples;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.plan.RulesPlanner;
import dev.firedrill.workload.gitops.Manifests;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small history: three repositories, of which two are upstream and downstream of three PackageVariants. Between P1 and
 * the disaster revisions are approved, drafts are written, and one PackageVariant gets a newer upstream.
 */
final class HistoryInMemory {
    static final Manifests MANIFESTS = new Manifests(List.of(
            object("Repository", "blue"),
            object("Repository", "edge"),
            object("Repository", "work"),
            object("PackageVariant", "drafted"),
            object("PackageVariant", "published"),
            object("PackageVariant", "upgraded")));

    final StoresInMemory p1;
    final StoresInMemory disaster = new StoresInMemory();
    private final OrchestratorInMemory orchestrator =
            new OrchestratorInMemory(disaster, new RulesPlanner(RulesPlanner.USUAL_THRESHOLD));

    HistoryInMemory() {
        for (String repository : List.of("blue", "edge", "work")) {
            disaster.cluster.repositories.put(repository, repository(repository, "old"));
        }
        orchestrator.settle();
        publish(make("blue", "upf", "v1"));
        make("work", "draft", "w");
        CachedRevision approvedLater = make("work", "approved-later", "w");
        propose(make("work", "proposed", "w"));
        publish(make("work", "published", "w"));
        disaster.cluster.variants.put("published", variant("published", "old", "v1"));
        disaster.cluster.variants.put("upgraded", variant("upgraded", "old", "v1"));
        orchestrator.settle();
        publish(orchestrator.engine.get("edge.upgraded.packagevariant-1"));
        p1 = StoresInMemory.afterLossOfTheCluster(disaster, disaster);
        publish(orchestrator.engine.get("edge.published.packagevariant-1"));
        publish(approvedLater);
        make("work", "written-later", "w");
        publish(make("blue", "upf", "v2"));
        disaster.cluster.variants.put("upgraded", variant("upgraded", "old", "v2"));
        disaster.cluster.variants.put("drafted", variant("drafted", "old", "v1"));
        orchestrator.settle();
    }

    /** Lets one object come back with an identity that no cluster has seen before; coming back twice changes nothing. */
    static void comeBack(HasMetadata object, FakeCluster cluster) {
        String name = object.getMetadata().getName();
        if (object.getKind().equals("Repository")) {
            cluster.repositories.putIfAbsent(name, repository(name, "new"));
        } else {
            cluster.variants.putIfAbsent(name, variant(name, "new", name.equals("upgraded") ? "v2" : "v1"));
        }
    }

    private CachedRevision make(String repository, String path, String workspace) {
        return orchestrator.engine.create(Requests.init(repository, path, workspace), User.nobody());
    }

    private CachedRevision propose(CachedRevision row) {
        return orchestrator.engine.update(
                row.name().objectName(), Requests.change(row, Lifecycle.PROPOSED), User.nobody());
    }

    private void publish(CachedRevision row) {
        propose(row);
        orchestrator.engine.approve(row.name().objectName(), Optional.empty(), Lifecycle.PUBLISHED, User.nobody());
    }

    private static Repository repository(String name, String cluster) {
        return Samples.repository(name, cluster + " " + name, "{}");
    }

    private static Variant variant(String name, String cluster, String upstreamWorkspace) {
        return new Variant(
                Samples.NAMESPACE,
                name,
                cluster + " " + name,
                1,
                false,
                "blue",
                "upf",
                Optional.of(upstreamWorkspace),
                "edge",
                name,
                false,
                false,
                Map.of("variant", name),
                Map.of(),
                Map.of(),
                "{}");
    }

    private static HasMetadata object(String kind, String name) {
        GenericKubernetesResource object = new GenericKubernetesResource();
        object.setKind(kind);
        object.setMetadata(new ObjectMetaBuilder().withName(name).build());
        return object;
    }
}
