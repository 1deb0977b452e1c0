package dev.firedrill.proof.mutants;

import dev.firedrill.recovery.model.Lifecycle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Mistakes in what is done when users ask: forbidden changes that are let through, and refusals that are none. */
final class RequestMistakes {
    private static final Map<Lifecycle, String> TAGS = Map.of(
            Lifecycle.DRAFT, "@forbidden-to-drafts",
            Lifecycle.PROPOSED, "@forbidden-to-proposals",
            Lifecycle.PUBLISHED, "@forbidden-to-published",
            Lifecycle.DELETION_PROPOSED, "@forbidden-to-proposed-for-deletion");
    private static final Map<Lifecycle, String> PACKAGES = Map.of(
            Lifecycle.DRAFT, "draft-throughout",
            Lifecycle.PROPOSED, "proposed-throughout",
            Lifecycle.PUBLISHED, "published-throughout",
            Lifecycle.DELETION_PROPOSED, "deletion-proposed-throughout");
    private static final String ROW = " where k8s_name_space = :ns and k8s_name = :name";

    private RequestMistakes() {}

    static List<Mutant> all() {
        List<Mutant> all = new ArrayList<>();
        for (Lifecycle to : List.of(Lifecycle.PUBLISHED, Lifecycle.DELETION_PROPOSED)) {
            all.add(letting(Lifecycle.DRAFT, to, "update"));
            all.add(letting(Lifecycle.DRAFT, to, "approval"));
        }
        all.add(letting(Lifecycle.DRAFT, Lifecycle.PROPOSED, "approval"));
        all.add(letting(Lifecycle.PROPOSED, Lifecycle.PUBLISHED, "update"));
        all.add(letting(Lifecycle.PROPOSED, Lifecycle.DELETION_PROPOSED, "update"));
        all.add(letting(Lifecycle.PROPOSED, Lifecycle.DELETION_PROPOSED, "approval"));
        for (Lifecycle from : List.of(Lifecycle.PUBLISHED, Lifecycle.DELETION_PROPOSED)) {
            for (Lifecycle to : List.of(Lifecycle.DRAFT, Lifecycle.PROPOSED)) {
                all.add(letting(from, to, "update"));
                all.add(letting(from, to, "approval"));
            }
        }
        for (Lifecycle from : List.of(Lifecycle.PROPOSED, Lifecycle.PUBLISHED, Lifecycle.DELETION_PROPOSED)) {
            all.add(Mutant.acting(
                    "files-of-" + word(from) + "-changed",
                    "changes the files of what is " + from.text(),
                    TAGS.get(from),
                    notRefused(from, "to have other files"),
                    LenientApi.doing(
                            from,
                            LenientApi::isResources,
                            "update resources set resource_value = resource_value || '# another'" + ROW
                                    + " and resource_key = 'Kptfile'")));
        }
        all.add(Mutant.acting(
                "published-deleted",
                "deletes what is Published at once",
                TAGS.get(Lifecycle.PUBLISHED),
                notRefused(Lifecycle.PUBLISHED, "to be deleted"),
                LenientApi.doing(
                        Lifecycle.PUBLISHED,
                        request -> request.method().equals("DELETE"),
                        "delete from package_revisions" + ROW)));
        all.add(Mutant.acting(
                "refused-and-done",
                "refuses what is forbidden and does it all the same",
                TAGS.get(Lifecycle.PUBLISHED),
                "package_revisions [^ ]*/packages\\.published-throughout\\.first: lifecycle was Published, is DeletionProposed",
                LenientApi.doingWhatItRefuses("update package_revisions set lifecycle = 'DeletionProposed'" + ROW)));
        all.add(Mutant.acting(
                "old-readings-taken",
                "takes what users write whatever version they made it from",
                "@stale",
                notRefused(Lifecycle.DRAFT, "to have another label, as it was read long ago"),
                LenientApi.takingOldReadings()));
        all.add(Mutant.acting(
                "text-empties-finalizers",
                "takes for no finalizers what is no list of them",
                "@malformed",
                notRefused(Lifecycle.DRAFT, "to have '\"none\"' as its metadata\\.finalizers"),
                LenientApi.takingTextForNoFinalizers()));
        return all;
    }

    private static Mutant letting(Lifecycle from, Lifecycle to, String by) {
        return Mutant.acting(
                word(from) + "-becomes-" + word(to) + "-by-" + by,
                "lets what is " + from.text() + " become " + to.text() + " by an " + by,
                TAGS.get(from),
                notRefused(from, "to be " + to.text() + " by an " + by),
                LenientApi.letting(from, to, by));
    }

    private static String notRefused(Lifecycle from, String wish) {
        return "what packages\\." + PACKAGES.get(from) + "\\.first was not refused:.*" + wish;
    }

    private static String word(Lifecycle lifecycle) {
        return lifecycle.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
