package dev.firedrill.scenarios.plan;

import dev.firedrill.model.Fate;
import dev.firedrill.model.GitFate;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Store;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A disaster in the words of a feature, such as "the control plane is lost and git is restored to P1". A store that is not
 * named is intact, and so is a git repository.
 *
 * @param fates what becomes of the stores that are named
 * @param repositories what becomes of single git repositories; {@link #EVERY} stands for all of them
 * @param ownClock whether the package cache is restored by the time at which its own clock showed the recovery point
 * @param versionsPass whether the restored control plane goes on to resource versions that the disaster did not undo
 */
public record DisasterPhrase(
        Map<Store, Fate> fates, Map<String, GitFate> repositories, boolean ownClock, boolean versionsPass) {
    private static final String IS = " (?:is|are|was|were) ";
    private static final String STORES =
            "(?:the )?control plane and git|(?:the )?control plane|(?:the )?package cache|git";
    private static final String FATE = "intact|lost|restored to [A-Z][0-9]*";
    private static final String BY_CLOCK =
            "the package cache" + IS + "restored to the time at which its own clock showed ";
    private static final String REPOSITORY = "every git repository|the git repository \"[^\"]*\"";
    private static final String GIT_FATE = "out of reach|removed|emptied and its branch is created again|emptied"
            + "|without its tags for a while|without its tags|" + FATE;
    private static final String VERSIONS_PASS = "its resource versions pass those from before the restore";
    private static final String AND = "(?:, and |, | and )";

    private static final String CLAUSE = "(?:(?:" + STORES + ")" + IS + "(?:" + FATE + ")|" + BY_CLOCK
            + "[A-Z][0-9]*|(?:" + REPOSITORY + ")" + IS + "(?:" + GIT_FATE + ")|" + VERSIONS_PASS + ")";

    /** A regular expression of all such phrases, without groups. */
    public static final String PATTERN =
            CLAUSE + "(?:" + AND + CLAUSE + ")*(?: while the orchestrator (?:is|was) running)?";

    private static final Pattern PHRASE = Pattern.compile(PATTERN);
    private static final Pattern OF_CLAUSE = Pattern.compile(BY_CLOCK + "(?<clock>[A-Z][0-9]*)|(?<stores>" + STORES
            + ")" + IS
            + "(?<fate>" + FATE + ")|(?<repository>" + REPOSITORY + ")" + IS + "(?<gitFate>" + GIT_FATE + ")|(?<pass>"
            + VERSIONS_PASS + ")");

    /** The name that stands for every git repository of the history. */
    static final String EVERY = "*";

    private static final String RESTORED = "restored to ";

    public DisasterPhrase {
        fates = Map.copyOf(fates);
        repositories = Map.copyOf(repositories);
    }

    /**
     * The disaster that a step tells of; empty when it tells of something else.
     *
     * @throws IllegalArgumentException when it gives one store or repository two fates, or tells of resource versions
     *     although no control plane is restored
     */
    public static Optional<DisasterPhrase> in(String step) {
        return PHRASE.matcher(step).matches() ? Optional.of(parsed(step)) : Optional.empty();
    }

    private static DisasterPhrase parsed(String step) {
        Map<Store, Fate> fates = new EnumMap<>(Store.class);
        Map<String, GitFate> repositories = new TreeMap<>();
        boolean ownClock = false;
        boolean versionsPass = false;
        Matcher clause = OF_CLAUSE.matcher(step);
        while (clause.find()) {
            if (clause.group("stores") != null) {
                Fate fate = fate(clause.group("fate"));
                stores(clause.group("stores")).forEach(store -> once(fates, store, fate, step));
            } else if (clause.group("repository") != null) {
                once(repositories, repository(clause.group("repository")), gitFate(clause.group("gitFate")), step);
            } else if (clause.group("clock") != null) {
                once(fates, Store.DATABASE, Fate.restored(new RecoveryPoint(clause.group("clock"))), step);
                ownClock = true;
            } else {
                versionsPass = true;
            }
        }
        if (versionsPass && !(fates.get(Store.CONTROL_PLANE) instanceof Fate.Restored)) {
            throw new IllegalArgumentException("'" + step
                    + "': resource versions can pass those of a control plane that is restored, and none is");
        }
        return new DisasterPhrase(fates, repositories, ownClock, versionsPass);
    }

    private static <K, V> void once(Map<K, V> fates, K what, V fate, String step) {
        V before = fates.putIfAbsent(what, fate);
        if (before != null) {
            throw new IllegalArgumentException(
                    "'" + step + "' gives one thing two fates: " + before + ", and then " + fate);
        }
    }

    /**
     * What is planned in these words.
     *
     * @param gitRepositories every git repository of the history
     * @param timeOf when the clock of the package cache showed a recovery point
     */
    public DisasterPlan plan(
            Supplier<Collection<String>> gitRepositories, Function<RecoveryPoint, OffsetDateTime> timeOf) {
        DisasterPlan plan = DisasterPlan.of(of(Store.CONTROL_PLANE), of(Store.GIT), of(Store.DATABASE));
        if (ownClock && of(Store.DATABASE) instanceof Fate.Restored restored) {
            plan = plan.restoredToTime(restored.point(), timeOf.apply(restored.point()));
        }
        for (Map.Entry<String, GitFate> one : repositories.entrySet()) {
            Collection<String> names = one.getKey().equals(EVERY) ? gitRepositories.get() : List.of(one.getKey());
            plan = plan.withGit(names, one.getValue());
        }
        return versionsPass ? plan.withResourceVersionsPassed() : plan;
    }

    /** The stores that another one takes the place of. */
    public Set<Store> replaced() {
        Set<Store> replaced = EnumSet.noneOf(Store.class);
        fates.forEach((store, fate) -> {
            if (!(fate instanceof Fate.Intact)) {
                replaced.add(store);
            }
        });
        return replaced;
    }

    private Fate of(Store store) {
        return fates.getOrDefault(store, Fate.intact());
    }

    private static List<Store> stores(String words) {
        return switch (words.replaceFirst("^the ", "")) {
            case "control plane and git" -> List.of(Store.CONTROL_PLANE, Store.GIT);
            case "control plane" -> List.of(Store.CONTROL_PLANE);
            case "git" -> List.of(Store.GIT);
            default -> List.of(Store.DATABASE);
        };
    }

    private static String repository(String words) {
        int quote = words.indexOf('"');
        return quote < 0 ? EVERY : words.substring(quote + 1, words.length() - 1);
    }

    private static Fate fate(String words) {
        return switch (words) {
            case "intact" -> Fate.intact();
            case "lost" -> Fate.lost();
            default -> Fate.restored(new RecoveryPoint(words.substring(RESTORED.length())));
        };
    }

    private static GitFate gitFate(String words) {
        return switch (words) {
            case "out of reach" -> new GitFate.Unreachable();
            case "removed" -> new GitFate.Removed();
            case "emptied" -> new GitFate.EmptiedWithoutBranch();
            case "emptied and its branch is created again" -> new GitFate.EmptiedWithBranchCreation();
            case "without its tags" -> new GitFate.TagsMissing();
            case "without its tags for a while" -> new GitFate.TagsMissingForAWhile();
            default -> new GitFate.Ordinary(fate(words));
        };
    }
}
