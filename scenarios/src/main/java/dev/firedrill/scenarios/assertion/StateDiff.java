package dev.firedrill.scenarios.assertion;

import dev.firedrill.workload.world.RevisionId;
import dev.firedrill.workload.world.RevisionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the package revisions of one repository differ between the disaster and now, in the words of the features: the
 * lifecycle or {@code gone}, and what of content and metadata is older or missing.
 */
final class StateDiff {
    private static final String GONE = "gone";

    private final Map<RevisionId, RevisionState> earlier;
    private final Map<RevisionId, RevisionState> atDisaster;
    private final Map<RevisionId, RevisionState> now;

    StateDiff(
            Map<RevisionId, RevisionState> earlier,
            Map<RevisionId, RevisionState> atDisaster,
            Map<RevisionId, RevisionState> now) {
        this.earlier = earlier;
        this.atDisaster = atDisaster;
        this.now = now;
    }

    /** A row for each package revision that is not as it was: package, at the disaster, after the recovery. */
    List<List<String>> of(String repository) {
        Set<RevisionId> all = new TreeSet<>(atDisaster.keySet());
        all.addAll(now.keySet());
        List<List<String>> rows = new ArrayList<>();
        for (RevisionId id : all) {
            RevisionState then = atDisaster.get(id);
            RevisionState is = now.get(id);
            boolean placeholder = (is == null ? then : is).placeholder();
            if (id.repository().equals(repository) && !placeholder) {
                String before = then == null ? GONE : then.lifecycle().text();
                String after = is == null ? GONE : describe(is);
                if (!before.equals(after)) {
                    rows.add(List.of(id.packagePath(), before, after));
                }
            }
        }
        return rows;
    }

    private String describe(RevisionState is) {
        String text = is.lifecycle().text();
        Optional<RevisionState> then = Optional.ofNullable(atDisaster.get(is.id()));
        Optional<RevisionState> once = Optional.ofNullable(earlier.get(is.id()));
        RevisionState model = then.or(() -> once).orElse(is);
        if (!is.contentHash().equals(model.contentHash())) {
            text += once.filter(state -> state.contentHash().equals(is.contentHash()))
                            .isPresent()
                    ? ", content of P1"
                    : ", other content";
        }
        return sameMetadata(is, model) ? text : text + describeMetadata(is, once);
    }

    private static String describeMetadata(RevisionState is, Optional<RevisionState> once) {
        if (is.labels().isEmpty() && is.annotations().isEmpty() && is.owners().isEmpty()) {
            return ", no metadata";
        }
        return once.filter(state -> sameMetadata(state, is)).isPresent() ? ", metadata of P1" : ", other metadata";
    }

    /** Owners are compared by name: a control plane that was made anew has new identities. */
    private static boolean sameMetadata(RevisionState one, RevisionState other) {
        return one.labels().equals(other.labels())
                && one.annotations().equals(other.annotations())
                && one.ownerNames().equals(other.ownerNames());
    }
}
