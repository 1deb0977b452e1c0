package dev.firedrill.proof.mutants;

import dev.firedrill.recovery.model.RepositoryStatus;
import dev.firedrill.workload.crd.Crds;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** Mistakes in the control plane: objects that are not the recovery's are changed, or its own say what is not so. */
final class ClusterMistakes {
    private static final String PACKAGES = "Repository\\.config\\.porch\\.kpt\\.dev [^ ]*/packages.*";
    private static final String VARIANT = "PackageVariant\\.config\\.porch\\.kpt\\.dev [^ ]*/unchanged.*";

    /** A disaster that leaves the control plane alone and that no orchestrator sees: what is damaged was whole until then. */
    private static final String NOBODY_LOOKED_BEFORE = "@S10";

    private static final List<Mutant> ALL = List.of(
            patching(
                    "description-rewritten",
                    "writes a description of its own into Repositories",
                    "spec\\.description",
                    "{\"spec\":{\"description\":\"recovered\"}}"),
            patching(
                    "deployment-turned",
                    "takes repositories of blueprints for deployments",
                    "spec\\.deployment",
                    "{\"spec\":{\"deployment\":true}}"),
            patching(
                    "repository-labelled",
                    "labels Repositories that it has been at",
                    "metadata\\.labels",
                    "{\"metadata\":{\"labels\":{\"recovered\":\"yes\"}}}"),
            patching(
                    "repository-annotated",
                    "annotates Repositories with notes of its own",
                    "metadata\\.annotations",
                    "{\"metadata\":{\"annotations\":{\"example.org/recovered\":\"yes\"}}}"),
            Mutant.acting(
                    "finalizer-dropped",
                    "does not put Porch's finalizers on objects that GitOps made anew",
                    "@S05",
                    PACKAGES + "metadata\\.finalizers",
                    components -> components.withCluster(MisreportingCluster.neverHolding(components.cluster()))),
            patching(
                    "finalizer-added",
                    "leaves a finalizer of its own on Repositories",
                    "metadata\\.finalizers\\[1\\]",
                    "{\"metadata\":{\"finalizers\":[\"config.porch.kpt.dev/repository\",\"example.org/recovery\"]}}"),
            Mutant.acting(
                    "secret-deleted",
                    "takes a Secret that it does not need away",
                    NOBODY_LOOKED_BEFORE,
                    "Secret [^ ]*/shop-login",
                    AfterPass.cluster((client, namespace) -> client.secrets()
                            .inNamespace(namespace)
                            .withName("shop-login")
                            .delete())),
            Mutant.acting(
                    "neighbour-labelled",
                    "labels objects of other namespaces too",
                    NOBODY_LOOKED_BEFORE,
                    "PackageVariantSet\\.config\\.porch\\.kpt\\.dev another-team/everywhere",
                    AfterPass.cluster(ClusterMistakes::relabelNeighbour)),
            Mutant.acting(
                    "invoice-unlabelled",
                    "takes labels away from objects of another program",
                    NOBODY_LOOKED_BEFORE,
                    "Invoice\\.billing\\.example\\.org [^ ]*/packages: metadata\\.labels",
                    AfterPass.cluster((client, namespace) -> client.genericKubernetesResources(
                                    "billing.example.org/v1", "Invoice")
                            .inNamespace(namespace)
                            .withName("packages")
                            .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"labels\":null}}"))),
            reporting(
                    "count-off-by-one",
                    "counts one package revision too many",
                    "status\\.packageCount",
                    status -> MisreportingCluster.counting(status, 1)),
            reporting(
                    "message-empty",
                    "says nothing in the conditions of Repositories",
                    "status\\.conditions\\.Ready\\.message",
                    status -> MisreportingCluster.saying(status, status.reason(), "")),
            reporting(
                    "reason-invented",
                    "gives reasons in conditions that Porch does not have",
                    "status\\.conditions\\.Ready\\.reason",
                    status -> MisreportingCluster.saying(status, "Recovered", status.message())),
            reporting(
                    "commit-invented",
                    "names another commit than the head of the package branch",
                    "status\\.gitCommitHash",
                    status -> MisreportingCluster.at(status, "0123456789012345678901234567890123456789")),
            Mutant.acting(
                    "variants-stuck",
                    "tells nobody how PackageVariants stand",
                    "@S05",
                    VARIANT + "status\\.conditions",
                    components -> components.withCluster(MisreportingCluster.silentOfVariants(components.cluster()))),
            Mutant.acting(
                    "targets-forgotten",
                    "does not say which package revisions a PackageVariant manages",
                    "@S05",
                    VARIANT + "status\\.downstreamTargets",
                    components -> components.withCluster(MisreportingCluster.ofVariants(
                            components.cluster(), MisreportingCluster::withoutTargets))));

    private ClusterMistakes() {}

    static List<Mutant> all() {
        return ALL;
    }

    private static Mutant patching(String name, String mistake, String field, String patch) {
        BiConsumer<KubernetesClient, String> act =
                (client, namespace) -> client.genericKubernetesResources(Crds.REPOSITORIES)
                        .inNamespace(namespace)
                        .withName("packages")
                        .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
        return Mutant.acting(name, mistake, "@S05", PACKAGES + field, AfterPass.cluster(act));
    }

    private static Mutant reporting(String name, String mistake, String field, UnaryOperator<RepositoryStatus> wrong) {
        return Mutant.acting(
                name,
                mistake,
                "@S05",
                PACKAGES + field,
                components -> components.withCluster(MisreportingCluster.ofRepositories(components.cluster(), wrong)));
    }

    private static void relabelNeighbour(KubernetesClient client, String namespace) {
        client.genericKubernetesResources(Crds.PACKAGE_VARIANT_SETS)
                .inNamespace("another-team")
                .withName("everywhere")
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"labels\":{\"" + namespace + "\":\"\"}}}");
    }
}
