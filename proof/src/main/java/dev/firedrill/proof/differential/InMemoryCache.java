package dev.firedrill.proof.differential;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.RevisionName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a package cache that refuses what the real one refuses. */
final class InMemoryCache {
    private final Map<RevisionName, CachedRevision> rows = new LinkedHashMap<>();

    void put(CachedRevision row) {
        rows.put(row.name(), row.withLatest(false));
    }

    void insert(CachedRevision row) {
        require(!rows.containsKey(row.name()), row, "is there already");
        requireFreeNumber(row);
        put(row);
    }

    void replace(CachedRevision seen, CachedRevision wanted) {
        require(seen.withLatest(false).equals(rows.get(seen.name())), seen, "was written meanwhile");
        requireFreeNumber(wanted);
        put(wanted);
    }

    void remove(CachedRevision seen) {
        require(rows.remove(seen.name()) != null, seen, "is gone already");
    }

    /** All rows, with the flag that the database keeps. */
    List<CachedRevision> rows() {
        var highest = new HashMap<PackageName, Integer>();
        rows.keySet()
                .forEach(
                        name -> highest.merge(name.packageName(), rows.get(name).revision(), Math::max));
        var flagged = new ArrayList<CachedRevision>();
        rows.values()
                .forEach(row -> flagged.add(row.withLatest(row.revision() > 0
                        && row.revision() == highest.get(row.name().packageName()))));
        return flagged;
    }

    private void requireFreeNumber(CachedRevision wanted) {
        var taken = wanted.revision() > 0
                && rows.values().stream()
                        .anyMatch(row -> row.revision() == wanted.revision()
                                && !row.name().equals(wanted.name())
                                && row.name().packageName().equals(wanted.name().packageName()));
        require(!taken, wanted, "has a number that is taken");
        require((wanted.revision() == 0) != wanted.lifecycle().isPublished(), wanted, "cannot be that");
    }

    private static void require(boolean holds, CachedRevision row, String otherwise) {
        if (!holds) {
            throw new NotIdempotent("the cache refuses " + row.name().objectName() + ", which " + otherwise + ": "
                    + row.lifecycle() + " " + row.revision());
        }
    }
}
