package dev.firedrill.recovery.git.tree;

import dev.firedrill.recovery.model.LeftOut;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The paths of one tree that are not taken, counted by reason, with the first few of each. */
public final class Omissions {
    private static final int NAMED = 3;

    private final Map<Reason, List<String>> named = new EnumMap<>(Reason.class);
    private final Map<Reason, Integer> counts = new EnumMap<>(Reason.class);

    /** Why a path is not taken. */
    enum Reason {
        NAME(LeftOut.Kind.PATHS, "whose names would leave the package or are no file names on every machine"),
        ENCODING(LeftOut.Kind.PATHS, "whose names are not UTF-8"),
        TWICE(LeftOut.Kind.PATHS, "whose names stand in their directory twice"),
        DEPTH(LeftOut.Kind.PATHS, "that lie more than " + PackageTree.DEEPEST + " directories deep"),
        LENGTH(LeftOut.Kind.PATHS, "whose paths are longer than " + PackageTree.LONGEST_PATH + " bytes"),
        SIZE(LeftOut.Kind.PATHS, "that are larger than the package cache should hold"),
        DAMAGED(LeftOut.Kind.PATHS, "that cannot be read in git"),
        NOT_TEXT(LeftOut.Kind.NOT_TEXT, "that are no text files (binary, links, submodules)");

        private final LeftOut.Kind kind;
        private final String which;

        Reason(LeftOut.Kind kind, String which) {
            this.kind = kind;
            this.which = which;
        }
    }

    void add(Reason reason, String path) {
        counts.merge(reason, 1, Integer::sum);
        List<String> names = named.computeIfAbsent(reason, key -> new ArrayList<>());
        if (names.size() < NAMED) {
            names.add(path);
        }
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    public List<LeftOut> of(String ref, String commit, String packagePath) {
        return counts.keySet().stream()
                .map(reason -> new LeftOut(reason.kind, ref, commit, packagePath, clause(reason)))
                .toList();
    }

    private String clause(Reason reason) {
        return quoted(named.getOrDefault(reason, List.of()), counts.getOrDefault(reason, 0)) + ", " + reason.which;
    }

    /** The first few of {@code names}, and how many there are besides. */
    public static String firstOf(List<String> names) {
        return quoted(names.subList(0, Math.min(NAMED, names.size())), names.size());
    }

    private static String quoted(List<String> names, int count) {
        int more = count - names.size();
        return "'" + String.join("', '", names) + "'" + (more > 0 ? " and " + more + " more" : "");
    }
}
