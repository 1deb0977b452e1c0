package dev.firedrill.proof.mutants;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.plan.Action;
import dev.firedrill.recovery.reconcile.RecoveryComponents;
import java.util.List;
import java.util.function.UnaryOperator;

/** Mistakes in the database besides the files of package revisions: columns, definitions, and tables of others. */
final class CacheMistakes {
    private static final String ROW = "package_revisions [^ ]*/packages\\.published-throughout\\.";

    private static final List<Mutant> ALL = List.of(
            row(
                    "writer-forged",
                    "signs package revisions that others wrote",
                    "updatedby was",
                    "updatedby = 'recovery'"),
            row(
                    "time-put-back",
                    "writes package revisions with an earlier time, so that their resource versions go back",
                    "updated was",
                    "updated = '2001-01-01'"),
            row(
                    "finalizer-on-row",
                    "leaves a finalizer of its own on package revisions",
                    "meta\\.finalizers",
                    "meta = (meta::jsonb || '{\"finalizers\":[\"example.org/recovery\"]}')::text"),
            row(
                    "owner-invented",
                    "makes itself an owner of package revisions",
                    "meta\\.ownerReferences",
                    "meta = (meta::jsonb || '{\"ownerReferences\":[{\"apiVersion\":\"example.org/v1\",\"kind\":\"Recovery\","
                            + "\"name\":\"it\",\"uid\":\"0\"}]}')::text"),
            row(
                    "foreign-owner-dropped",
                    "drops owners that are no PackageVariants",
                    "meta\\.ownerReferences\\[0\\]",
                    "meta = (meta::jsonb - 'ownerReferences')::text"),
            packageRow(
                    "package-writer-forged",
                    "signs packages that others made",
                    "updatedby was",
                    "updatedby = 'recovery'"),
            packageRow(
                    "package-described",
                    "writes metadata of its own into the rows of packages",
                    "meta\\.labels",
                    "meta = '{\"labels\":{\"recovered\":\"yes\"}}'"),
            packageRow("package-time-put-back", "dates packages back", "updated was", "updated = '2001-01-01'"),
            row(
                    "annotation-dropped",
                    "keeps labels and no annotations",
                    "meta\\.annotations",
                    "meta = (meta::jsonb || '{\"annotations\":{}}')::text"),
            row(
                    "lock-forged",
                    "writes down another commit than git has",
                    "ext_pr_id",
                    "ext_pr_id = replace(ext_pr_id, 'a', 'b')"),
            Mutant.acting(
                    "latest-nowhere",
                    "marks no package revision as the latest",
                    "@S05",
                    "published-throughout.*latest",
                    flagging("false", "latest and k8s_name like 'packages.published-throughout.%'")),
            Mutant.acting(
                    "latest-twice",
                    "marks two rows of one package as the latest",
                    "@S05",
                    "published-throughout\\.main.*latest was",
                    flagging("true", "not latest and k8s_name = 'packages.published-throughout.main'")),
            Mutant.acting(
                    "deletion-forgotten",
                    "forgets that package revisions are to be deleted as soon as their finalizers are gone",
                    "@waiting-deletion",
                    "package_revisions [^ ]*/packages\\.draft-throughout\\.first: meta\\.deletionTimestamp",
                    AfterPass.sql("update package_revisions set meta = (meta::jsonb - 'deletionTimestamp')::text"
                            + " where k8s_name_space = :ns and meta::jsonb ? 'deletionTimestamp'")),
            Mutant.acting(
                    "deletion-hurried",
                    "deletes what waits for finalizers without waiting",
                    "@waiting-deletion",
                    "draft-throughout\\.first was Draft",
                    AfterPass.sql("delete from package_revisions where k8s_name_space = :ns"
                            + " and meta::jsonb ? 'deletionTimestamp'")),
            Mutant.acting(
                    "index-dropped",
                    "drops an index to write faster, and does not make it again",
                    "@S05",
                    "package_revisions.*index package_revisions_by_package",
                    AfterPass.sql("drop index if exists package_revisions_by_package")),
            Mutant.acting(
                    "trigger-disabled",
                    "switches a trigger off to write faster, and not on again",
                    "@S05",
                    "repositories.*trigger keep_repository_place",
                    AfterPass.sql("alter table repositories disable trigger keep_repository_place")),
            Mutant.acting(
                    "column-added",
                    "adds a column of its own to Porch's tables",
                    "@S05",
                    "package_revisions.*recovered_at",
                    AfterPass.sql("alter table package_revisions add column if not exists recovered_at timestamptz")),
            Mutant.acting(
                    "invoices-emptied",
                    "empties tables of another program in the same database",
                    "@S05",
                    "billing\\.invoices",
                    AfterPass.sql("truncate billing.invoices")),
            Mutant.deciding(
                    "published-twice",
                    "brings each published package revision back under a second name too",
                    "@S09",
                    "published-throughout\\.[^ ]*-again",
                    PlannerMutations.both(
                            PlannerMutations.also(Action.Insert.class, CacheMistakes::again),
                            PlannerMutations.neverMending())));

    private CacheMistakes() {}

    static List<Mutant> all() {
        return ALL;
    }

    /** One that writes something else into a column of a row that the cluster's loss does not concern. */
    private static Mutant row(String name, String mistake, String field, String assignment) {
        return Mutant.acting(
                name,
                mistake,
                "@S05",
                ROW + ".*" + field,
                AfterPass.sql("update package_revisions set " + assignment
                        + " where k8s_name_space = :ns and k8s_name like 'packages.published-throughout.%' and revision > 0"
                        + " and " + distinct(assignment)));
    }

    /** One that writes something else into a column of a package that the cluster's loss does not concern. */
    private static Mutant packageRow(String name, String mistake, String field, String assignment) {
        return Mutant.acting(
                name,
                mistake,
                "@S05",
                "packages [^ ]*/packages\\.published-throughout: .*" + field,
                AfterPass.sql("update packages set " + assignment
                        + " where k8s_name_space = :ns and k8s_name = 'packages.published-throughout' and "
                        + distinct(assignment)));
    }

    /** What is so already is not written again. */
    private static String distinct(String assignment) {
        return assignment.replaceFirst(" = ", " is distinct from ");
    }

    /** Sets the latest flag past the triggers that keep it. */
    private static UnaryOperator<RecoveryComponents> flagging(String latest, String rows) {
        return AfterPass.sql(
                "alter table package_revisions disable trigger user; update package_revisions set latest = "
                        + latest + " where k8s_name_space = :ns and " + rows
                        + "; alter table package_revisions enable trigger user");
    }

    private static Action again(Action.Insert insert) {
        RevisionName name = insert.revision().name();
        return new Action.Insert(new CachedRevision(
                new RevisionName(name.packageName(), name.workspace() + "-again"),
                insert.revision().revision() > 0
                        ? insert.revision().revision() + 100
                        : insert.revision().revision(),
                insert.revision().lifecycle(),
                false,
                insert.revision().metadata(),
                insert.revision().content(),
                insert.revision().originTask(),
                insert.revision().spec(),
                insert.revision().lock(),
                insert.revision().updated(),
                insert.revision().updatedBy()));
    }
}
