package dev.firedrill.proof.mutants;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Mistakes in what the public API answers, over stores in which everything is right. */
final class AnswerMistakes {
    private static final String LISTED = "public API, PackageRevision [^ ]*/";
    private static final String NAMED = "public API, PackageRevision by name [^ ]*/";

    private static final List<Mutant> ALL = List.of(
            lists(
                    "list-kind-wrong",
                    "gives its lists another kind",
                    "List [^ ]*/packagerevisions: kind was",
                    list -> list.put("kind", "List")),
            lists(
                    "list-never-newer",
                    "says of its lists that they are as new as ever",
                    "List [^ ]*/packagerevisions: metadata\\.resourceVersion was",
                    list -> list.withObject("/metadata").put("resourceVersion", "1")),
            lists(
                    "list-unordered",
                    "lists package revisions in no order",
                    "List [^ ]*/packagerevisions: items was",
                    AnswerMistakes::reverse),
            lists(
                    "missing-in-list",
                    "leaves package revisions out of the list that it answers by name",
                    "packages\\.published-throughout\\.first",
                    list -> MisansweringApi.replaceItems(
                            list,
                            MisansweringApi.items(list).stream()
                                    .filter(item -> !name(item).equals("packages.published-throughout.first"))
                                    .toList())),
            lists(
                    "listed-twice",
                    "lists a package revision twice",
                    LISTED + "[^ ]* again",
                    list -> list.withArray("items")
                            .add(list.path("items").path(0).deepCopy())),
            revisions(
                    "tasks-untold",
                    "does not say of which task a package revision was made",
                    LISTED + ".*spec\\.tasks\\[0\\]",
                    item -> item.withObject("/spec").remove("tasks")),
            revisions(
                    "uid-invented",
                    "gives package revisions other UIDs",
                    LISTED + ".*metadata\\.uid was",
                    item -> item.withObject("/metadata").put("uid", "00000000-0000-0000-0000-000000000000")),
            revisions(
                    "owners-untold",
                    "does not say who owns a package revision",
                    LISTED + "deployments\\.unchanged\\..*metadata\\.ownerReferences\\[0\\]",
                    item -> item.withObject("/metadata").remove("ownerReferences")),
            revisions(
                    "created-now",
                    "answers with another creation time",
                    LISTED + ".*metadata\\.creationTimestamp was",
                    item -> item.withObject("/metadata").put("creationTimestamp", "2026-01-01T00:00:00Z")),
            revisions(
                    "version-frozen",
                    "answers with a resource version that never changes",
                    LISTED + ".*metadata\\.resourceVersion was",
                    item -> item.withObject("/metadata").put("resourceVersion", "1")),
            revisions(
                    "conditions-untold",
                    "does not tell the conditions that a Kptfile has",
                    LISTED + ".*status\\.conditions",
                    item -> item.withObject("/status").remove("conditions")),
            revisions(
                    "publisher-forged",
                    "says that it published everything itself",
                    LISTED + ".*status\\.publishedBy was",
                    item -> {
                        if (item.path("status").has("publishedBy")) {
                            item.withObject("/status").put("publishedBy", "recovery");
                        }
                    }),
            answering(
                    "named-otherwise",
                    "answers by name without the labels that the list has",
                    NAMED + ".*metadata\\.labels",
                    item -> item.withObject("/metadata").remove("labels")),
            Mutant.acting(
                    "dead-owners-served",
                    "shows package revisions with owners that are not there",
                    "@dead-owners",
                    "deployments\\.created-after-p1\\.[^ ]* is owned by PackageVariant created-after-p1, which does not exist",
                    MisansweringApi.withEveryOwner()),
            Mutant.acting(
                    "dead-owners-forgotten",
                    "forgets owners that are not there instead of waiting for them",
                    "@dead-owners",
                    "owner created-after-p1 the cache has forgotten:\\s+not expected: deployments\\.created-after-p1",
                    AfterPass.sql("update package_revisions set meta = (meta::jsonb - 'ownerReferences')::text"
                            + " where k8s_name_space = :ns and k8s_name like 'deployments.created-after-p1.%'"
                            + " and meta::jsonb ? 'ownerReferences'")),
            Mutant.acting(
                    "verbs-hidden",
                    "lets nobody discover that package revisions can be changed",
                    "@S05",
                    "public API, Discovery /apis/porch\\.kpt\\.dev/v1alpha1: resources\\[0\\]",
                    MisansweringApi.at(
                            "apis/porch.kpt.dev/v1alpha1",
                            document -> ((ObjectNode) document.path("resources").path(0))
                                    .putArray("verbs")
                                    .add("get")
                                    .add("list"))));

    private AnswerMistakes() {}

    static List<Mutant> all() {
        return ALL;
    }

    private static Mutant lists(String name, String mistake, String reason, Consumer<ObjectNode> wrong) {
        return Mutant.acting(name, mistake, "@S05", reason, MisansweringApi.ofLists(wrong));
    }

    private static Mutant revisions(String name, String mistake, String reason, Consumer<ObjectNode> wrong) {
        return Mutant.acting(name, mistake, "@S05", reason, MisansweringApi.ofRevisions(wrong));
    }

    private static Mutant answering(String name, String mistake, String reason, Consumer<ObjectNode> wrong) {
        return Mutant.acting(name, mistake, "@S05", reason, MisansweringApi.byName(wrong));
    }

    private static void reverse(ObjectNode list) {
        List<ObjectNode> items = MisansweringApi.items(list);
        Collections.reverse(items);
        MisansweringApi.replaceItems(list, items);
    }

    private static String name(ObjectNode item) {
        return item.path("metadata").path("name").asText();
    }
}
