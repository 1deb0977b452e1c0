package dev.firedrill.recovery.plan;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.LeftOut;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import java.util.ArrayList;
import java.util.List;

/**
 * What a look at git left out: said to operators, and never taken for what git does not have. A revision that is there and
 * could not be read keeps its row.
 */
final class Unread {
    private static final String DRAFTS = "drafts/";
    private static final String PROPOSALS = "proposed/";

    private final Repository repository;
    private final List<LeftOut> leftOut;

    Unread(Repository repository, List<LeftOut> leftOut) {
        this.repository = repository;
        this.leftOut = leftOut;
    }

    /** Whether the row may be that of a revision which could not be read. */
    boolean covers(CachedRevision row) {
        String path = row.name().packageName().path();
        return leftOut.stream()
                .filter(each -> each.unread() && each.packagePath().equals(path))
                .anyMatch(each -> each.ref().equals(row.lock().ref())
                        || each.ref().endsWith("/v" + row.revision())
                        || each.ref().endsWith("/" + row.name().workspace()));
    }

    /** Whether a branch of a draft could not be read. */
    boolean holdsDrafts() {
        return leftOut.stream()
                .anyMatch(each -> each.unread()
                        && (each.ref().startsWith(DRAFTS) || each.ref().startsWith(PROPOSALS)));
    }

    void tell(PlanBuilder plan, List<CachedRevision> rows) {
        List<LeftOut> plain = new ArrayList<>();
        for (LeftOut each : leftOut) {
            if (each.kind() == LeftOut.Kind.NOT_TEXT) {
                plain.add(each);
            } else {
                plan.tell(
                        each.unread() ? Notice.Kind.UNREAD_REVISION : Notice.Kind.LEFT_OUT,
                        repository.name(),
                        subject(each, rows),
                        sentence(each));
            }
        }
        if (!plain.isEmpty()) {
            LeftOut first = plain.get(0);
            plan.tell(
                    Notice.Kind.LEFT_OUT,
                    repository.name(),
                    repository.name(),
                    "in " + plain.size() + " revisions of Repository '" + repository.name()
                            + "' files stay in git alone, where approvals keep them: " + first.why() + ", at "
                            + first.ref() + ".");
        }
    }

    private String subject(LeftOut each, List<CachedRevision> rows) {
        if (each.unread()) {
            Unread alone = new Unread(repository, List.of(each));
            return rows.stream()
                    .filter(alone::covers)
                    .findFirst()
                    .map(row -> row.name().objectName())
                    .orElseGet(() -> rowName(each) + "."
                            + each.ref().substring(each.ref().lastIndexOf('/') + 1));
        }
        return rowName(each);
    }

    private String rowName(LeftOut each) {
        return each.packagePath().isEmpty()
                ? repository.name()
                : new PackageName(repository.namespace(), repository.name(), each.packagePath()).rowName();
    }

    private String sentence(LeftOut each) {
        String where =
                "at " + each.ref() + (each.packagePath().isEmpty() ? "" : ", package '" + each.packagePath() + "'")
                        + " of Repository '" + repository.name() + "'";
        return switch (each.kind()) {
            case UNREAD ->
                "the revision " + where + " is left as it is in the cache, because " + each.why()
                        + "; repair it in git or delete its tag.";
            case NO_REVISION -> "what git has " + where + " is no package revision: " + each.why() + ".";
            case COMMIT -> "of the commit " + where + ": " + each.why() + ".";
            default -> "not taken from git " + where + ": " + each.why() + ".";
        };
    }
}
