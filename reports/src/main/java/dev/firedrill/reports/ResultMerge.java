package dev.firedrill.reports;

import dev.firedrill.model.Product;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.EnvironmentReport;
import dev.firedrill.reports.result.MutantReport;
import dev.firedrill.reports.result.MutantReports;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Merges the results of the parts of one drill; whatever merging had to settle stands in the notes of the result. */
final class ResultMerge {
    private final List<ShardResult> shards;
    private final List<String> notes = new ArrayList<>();

    private ResultMerge(List<ShardResult> shards) {
        this.shards = List.copyOf(shards);
    }

    /** Reads the parts in {@code outs} and makes sure that they are of one drill. */
    static List<ShardResult> read(List<Path> outs) {
        if (outs.isEmpty()) {
            throw new ShardsDoNotMatch(
                    "there is nothing to merge: name at least one folder that a drill wrote with --out");
        }
        List<ShardResult> shards = outs.stream().map(ShardResult::read).toList();
        requireOneEnvironment(shards);
        return shards;
    }

    /** Copies the files of the parts into {@code into} and returns the merged result. */
    static DrillResult merge(List<ShardResult> shards, ResultFolder into) {
        FolderMerge folders = FolderMerge.into(into);
        JournalMerge.write(shards.stream().map(ShardResult::out).toList(), into);
        return new ResultMerge(shards.stream().map(folders::take).toList()).result();
    }

    private DrillResult result() {
        DrillResult first = shards.get(0).result();
        Set<String> ids = union(DrillResult::planned);
        ScenarioMerge scenarios = ScenarioMerge.of(shards, ids);
        collect(result -> result.notes().stream()).forEach(notes::add);
        notes.addAll(scenarios.notes());
        List<Verdict> verdicts = new ArrayList<>(verdictsOfShards());
        verdicts.add(DrillResult.worstOf(scenarios.results()));
        return DrillResult.builder(joined(DrillResult::drill, "+"), earliest(), first.environment())
                .finishedAt(latest().orElse(null))
                .seed(first.seed())
                .verdict(Verdict.ofAll(verdicts))
                .versions(versions())
                .command(agreed(DrillResult::command).orElse(null))
                .commit(commits())
                .planned(List.copyOf(ids))
                .mutants(mutants().orElse(null))
                .scenarios(scenarios.results())
                .notes(notes.stream().distinct().toList())
                .build();
    }

    /**
     * A part may know of a violation that none of its scenarios shows. That a part calls itself inconclusive counts too,
     * unless the reason is that other parts ran some of what it had planned.
     */
    private List<Verdict> verdictsOfShards() {
        return shards.stream()
                .map(ShardResult::result)
                .filter(result -> result.verdict() == Verdict.VIOLATED || ranAllItPlanned(result))
                .map(DrillResult::verdict)
                .toList();
    }

    private static boolean ranAllItPlanned(DrillResult result) {
        Set<String> ran =
                result.scenarios().stream().map(scenario -> scenario.id()).collect(Collectors.toSet());
        return !ran.isEmpty() && ran.containsAll(result.planned());
    }

    private Instant earliest() {
        return Stream.of(shards.get(0).result().startedAt())
                .flatMap(start -> collect(result -> Stream.of(result.startedAt())))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Optional<Instant> latest() {
        return collect(result -> Stream.ofNullable(result.finishedAt())).max(Comparator.naturalOrder());
    }

    private Map<String, String> versions() {
        BinaryOperator<String> both = (one, other) -> one.equals(other) ? one : one + " | " + other;
        Map<String, String> versions = new LinkedHashMap<>();
        collect(result -> result.versions().entrySet().stream())
                .forEach(entry -> versions.merge(entry.getKey(), entry.getValue(), both));
        String seeds = joined(result -> Long.toString(result.seed()), ", ");
        if (seeds.contains(",")) {
            notes.add("The parts ran with different seeds: " + seeds + ".");
        }
        return versions;
    }

    private @Nullable String commits() {
        List<String> commits =
                collect(result -> Stream.ofNullable(result.commit())).distinct().toList();
        if (commits.size() > 1) {
            notes.add("The parts ran with different states of Firedrill: " + String.join(", ", commits) + ".");
        }
        return commits.isEmpty() ? null : String.join(" | ", commits);
    }

    private Optional<MutantReports> mutants() {
        Map<String, MutantReport> byName = new LinkedHashMap<>();
        collect(result -> Stream.ofNullable(result.mutants()))
                .flatMap(mutants -> mutants.items().stream())
                // A mutant that got away in one part got away.
                .forEach(mutant -> byName.merge(mutant.name(), mutant, (one, other) -> one.killed() ? other : one));
        return byName.isEmpty() ? Optional.empty() : Optional.of(MutantReports.of(List.copyOf(byName.values())));
    }

    private Set<String> union(Function<DrillResult, Collection<String>> values) {
        return collect(result -> values.apply(result).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String joined(Function<DrillResult, String> value, String separator) {
        return String.join(separator, union(result -> List.of(value.apply(result))));
    }

    private Optional<String> agreed(Function<DrillResult, @Nullable String> value) {
        List<String> all = collect(result -> Stream.ofNullable(value.apply(result)))
                .distinct()
                .toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    private <T> Stream<T> collect(Function<DrillResult, Stream<T>> values) {
        return shards.stream().map(ShardResult::result).flatMap(values);
    }

    private static void requireOneEnvironment(List<ShardResult> shards) {
        ShardResult first = shards.get(0);
        for (ShardResult other : shards) {
            roles(first.result().environment()).forEach((role, product) -> {
                Product theirs = Objects.requireNonNull(
                        roles(other.result().environment()).get(role));
                if (!product.equals(theirs)) {
                    throw new ShardsDoNotMatch("these are not parts of one drill: " + role + " was " + words(product)
                            + " in " + first.name() + " but " + words(theirs) + " in " + other.name()
                            + "; merge only folders of one environment");
                }
            });
        }
    }

    private static Map<String, Product> roles(EnvironmentReport environment) {
        return Map.of(
                "the control plane", environment.controlPlane(),
                "git", environment.git(),
                "the package cache", environment.database(),
                "the links", environment.links(),
                "the system", environment.system());
    }

    private static String words(Product product) {
        return product.product() + " " + product.version() + " (" + product.form() + ")";
    }
}
