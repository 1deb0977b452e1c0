package dev.firedrill.recovery.plan;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses among revisions in git that would share a row: tags with one workspace, or paths that differ only in dots and
 * slashes. What is cached already stays chosen, so that the choice does not swing.
 */
final class NameConflicts {
    private final PlanBuilder plan;
    private final Repository repository;
    private final Set<String> cached = new HashSet<>();
    private final Map<String, String> pathOfRow = new HashMap<>();

    NameConflicts(PlanBuilder plan, Repository repository, List<CachedRevision> rows) {
        this.plan = plan;
        this.repository = repository;
        for (CachedRevision row : rows) {
            cached.add(key(row.name(), row.lock().ref()));
            pathOfRow.putIfAbsent(
                    row.name().packageName().rowName(), row.name().packageName().path());
        }
    }

    private static String key(RevisionName name, String ref) {
        return name.packageName().path() + "\n" + name.workspace() + "\n" + ref;
    }

    /** One revision for each name, sorted by object name. */
    Map<RevisionName, GitRevision> of(List<GitRevision> revisions) {
        List<GitRevision> preferred = new ArrayList<>(revisions);
        preferred.sort(Comparator.comparing((GitRevision revision) ->
                        !cached.contains(key(revision.name(), revision.lock().ref())))
                .thenComparing(revision -> !isBranchHead(revision))
                .thenComparing(Comparator.comparingInt(GitRevision::revision).reversed())
                .thenComparing(revision -> revision.lock().ref())
                .thenComparing(revision -> revision.name().packageName().path()));
        Map<String, GitRevision> chosen = new TreeMap<>();
        Map<String, String> ambiguous = new TreeMap<>();
        for (GitRevision revision : preferred) {
            String path = revision.name().packageName().path();
            boolean samePlace = path.equals(
                    pathOfRow.computeIfAbsent(revision.name().packageName().rowName(), row -> path));
            if (!samePlace || chosen.putIfAbsent(revision.name().objectName(), revision) != null) {
                ambiguous.put(
                        revision.name().objectName() + " " + revision.lock().ref() + " " + path, path);
            }
        }
        ambiguous.forEach((what, path) -> plan.tell(
                Notice.Kind.AMBIGUOUS,
                repository.name(),
                what.substring(0, what.indexOf(' ')),
                "git has two revisions that would both be named " + what.substring(0, what.indexOf(' '))
                        + "; rename the one of package '" + path + "' at " + what.split(" ")[1]
                        + ", which is left out until then."));
        Map<RevisionName, GitRevision> result = new LinkedHashMap<>();
        chosen.values().forEach(revision -> result.put(revision.name(), revision));
        return result;
    }

    private boolean isBranchHead(GitRevision revision) {
        return revision.isPlaceholder() && revision.lock().ref().equals(repository.branch());
    }
}
