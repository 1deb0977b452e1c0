package dev.firedrill.recovery.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.RevisionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a revision can change between backup and disaster, in every combination of cache and git. */
class MatrixTest {
    /** A class of objects: what it is at the backup and at the disaster. A dash is absence, ! is "was published". */
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("w1", "Draft Draft"),
            Map.entry("w1e", "Draft Draft edited"),
            Map.entry("w2", "- Draft"),
            Map.entry("w3", "Draft -"),
            Map.entry("w4", "Proposed Proposed"),
            Map.entry("w5", "Draft Proposed"),
            Map.entry("w6", "- Proposed"),
            Map.entry("w7", "Proposed Draft"),
            Map.entry("w8", "Proposed -"),
            Map.entry("a1", "Draft Published"),
            Map.entry("a2", "Proposed Published"),
            Map.entry("a3", "- Published"),
            Map.entry("b1", "Published Published"),
            Map.entry("b1m", "Published Published labelled"),
            Map.entry("x1", "Published DeletionProposed"),
            Map.entry("x2", "DeletionProposed DeletionProposed"),
            Map.entry("x3", "DeletionProposed Published"),
            Map.entry("e1", "Published -"),
            Map.entry("e1d", "DeletionProposed -"),
            Map.entry("e2", "- !"));

    private static final String PUBLISHED = "v";

    static Stream<String> classes() {
        return CLASSES.keySet().stream().sorted();
    }

    private static RevisionName name(String code) {
        return PlanModel.name("r1", "pkg-" + code, "ws");
    }

    /** 'D', 'T' or absent. */
    private static List<CachedRevision> rows(char point) {
        List<CachedRevision> rows = new ArrayList<>();
        CLASSES.forEach((code, history) -> {
            String[] words = history.split(" ");
            String state = words[point == 'T' ? 0 : 1];
            if (point != 'T' && point != 'D' || state.equals("-")) {
                return;
            }
            if (state.equals("!")) {
                rows.add(PlanModel.published(PlanModel.head(name(code), PUBLISHED), Lifecycle.PUBLISHED));
                return;
            }
            rows.add(row(code, Lifecycle.of(state), point, words.length > 2 ? words[2] : ""));
        });
        directories(point)
                .filter(code -> !code.equals("e2"))
                .forEach(code ->
                        rows.add(PlanModel.published(PlanModel.head(name(code), PUBLISHED), Lifecycle.PUBLISHED)));
        return rows;
    }

    private static CachedRevision row(String code, Lifecycle lifecycle, char point, String change) {
        CachedRevision row = lifecycle.isPublished()
                ? PlanModel.published(PlanModel.tag(name(code), 1, PUBLISHED), lifecycle)
                : PlanModel.unpublished(
                        name(code), lifecycle, change.equals("edited") && point == 'D' ? "edited" : PUBLISHED);
        boolean relabelled = change.equals("labelled") && point == 'D';
        return PlanModel.labelled(row, relabelled ? "new" : "old");
    }

    private static Stream<String> directories(char point) {
        return CLASSES.keySet().stream().filter(code -> {
            String[] words = CLASSES.get(code).split(" ");
            boolean atT = isPublished(words[0]);
            return point == 'T' ? atT : point == 'D' && (atT || isPublished(words[1]));
        });
    }

    private static boolean isPublished(String state) {
        return state.equals("Published") || state.equals("DeletionProposed") || state.equals("!");
    }

    private static GitRevision[] git(char point) {
        List<GitRevision> revisions = new ArrayList<>();
        CLASSES.forEach((code, history) -> {
            String state = history.split(" ")[point == 'T' ? 0 : 1];
            if (isPublished(state) && !state.equals("!")) {
                revisions.add(PlanModel.tag(name(code), 1, PUBLISHED));
            }
        });
        directories(point).forEach(code -> revisions.add(PlanModel.head(name(code), PUBLISHED)));
        return revisions.toArray(GitRevision[]::new);
    }

    private static PlanModel cell(char cache, char git, boolean confirmed) {
        PlanModel model = new PlanModel();
        if (cache == 'L') {
            model.objects.put("r1", PlanModel.object("r1", "uid-r1", "", "main", false, Map.of()));
        } else {
            model.settled("r1");
            rows(cache).forEach(model::row);
        }
        switch (git) {
            case 'U' ->
                model.git.put("r1", new GitView.Unreadable(GitView.Obstacle.UNREACHABLE, "git does not answer."));
            case 'E' -> model.git.put("r1", new GitView.Unreadable(GitView.Obstacle.EMPTY, "git is empty."));
            case 'R' -> model.git("r1");
            default -> model.git("r1", git(git));
        }
        if (confirmed) {
            model.plan()
                    .pendingRemovals()
                    .forEach(removal ->
                            model.consent = new Consent(Map.of(removal.repository(), removal.token()), false));
        }
        return model;
    }

    private static String counts(PlanModel model) {
        Map<Lifecycle, Long> counts = model.rows.values().stream()
                .filter(row -> !row.isPlaceholder())
                .collect(Collectors.groupingBy(CachedRevision::lifecycle, Collectors.counting()));
        long placeholders = model.rows.values().stream()
                .filter(CachedRevision::isPlaceholder)
                .count();
        return Stream.of(Lifecycle.values())
                        .map(lifecycle -> String.valueOf(counts.getOrDefault(lifecycle, 0L)))
                        .collect(Collectors.joining("/"))
                + "+" + placeholders;
    }

    @ParameterizedTest(name = "cache {0}, git {1}, confirmed {2}: {3}")
    @CsvSource({
        "D,D,false,4/3/6/2+11",
        "D,T,false,4/3/5/2+7",
        "D,U,false,4/3/6/2+11",
        "D,E,false,4/3/6/2+11",
        "D,R,false,4/3/6/2+11",
        "D,R,true,4/3/0/0+0",
        "T,D,false,4/3/6/2+11",
        "T,T,false,5/4/4/3+7",
        "T,U,false,5/4/4/3+7",
        "T,E,false,5/4/4/3+7",
        "T,R,false,5/4/4/3+7",
        "T,R,true,5/4/0/0+0",
        "L,D,false,0/0/8/0+11",
        "L,T,false,0/0/7/0+7",
        "L,U,false,0/0/0/0+0",
        "L,E,false,0/0/0/0+0",
        "L,R,false,0/0/0/0+0"
    })
    void counts_are_what_the_rules_want(char cache, char git, boolean confirmed, String expected) {
        PlanModel model = cell(cache, git, confirmed);

        model.recover();

        assertThat(counts(model)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("classes")
    void each_class_ends_as_the_rules_want(String code) {
        for (char cache : new char[] {'D', 'T', 'L'}) {
            for (char git : new char[] {'D', 'T', 'U', 'E', 'R'}) {
                PlanModel model = cell(cache, git, false);
                model.recover();
                assertThat(describe(model, code))
                        .as("class %s with cache %s and git %s", code, cache, git)
                        .isEqualTo(expected(code, cache, git));
            }
        }
    }

    private static String describe(PlanModel model, String code) {
        CachedRevision row = model.rows.get(name(code));
        return row == null
                ? "absent"
                : row.lifecycle().text() + " " + row.content().files().get("f") + " "
                        + row.metadata().labels().getOrDefault("team", "none");
    }

    /** The rules once more, for one object: git decides what is published, the cache everything else. */
    private static String expected(String code, char cache, char git) {
        CachedRevision row = rows(cache).stream()
                .filter(each -> each.name().equals(name(code)))
                .findFirst()
                .orElse(null);
        String kept = row == null
                ? "absent"
                : row.lifecycle().text() + " " + row.content().files().get("f") + " "
                        + row.metadata().labels().get("team");
        if (git == 'U' || git == 'E' || git == 'R') {
            return kept;
        }
        String state = CLASSES.get(code).split(" ")[git == 'T' ? 0 : 1];
        boolean inGit = isPublished(state) && !state.equals("!");
        if (!inGit) {
            return row != null && row.lifecycle().isPublished() ? "absent" : kept;
        }
        if (row == null) {
            return "Published v none";
        }
        String lifecycle = row.lifecycle().isPublished() ? row.lifecycle().text() : "Published";
        return lifecycle + " v " + row.metadata().labels().get("team");
    }

    @ParameterizedTest
    @CsvSource({"D,T,a1 a2 a3", "T,D,e1 e1d", "D,R,a1 a2 a3 b1 b1m x1 x2 x3", "D,D,''", "L,D,''"})
    void what_goes_is_rescued_and_listed_as_a_loss(char cache, char git, String codes) {
        PlanModel model = cell(cache, git, true);

        Plan plan = model.recover();

        String rescued = model.rescued.stream()
                .map(row -> row.name().packageName().path().substring("pkg-".length()))
                .sorted()
                .collect(Collectors.joining(" "));
        assertThat(rescued).isEqualTo(codes);
        assertThat(plan.losses().stream().filter(loss -> loss.rule() == 2).count())
                .isEqualTo(model.rescued.size());
    }
}
