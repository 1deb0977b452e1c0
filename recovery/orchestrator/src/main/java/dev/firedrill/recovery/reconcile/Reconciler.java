package dev.firedrill.recovery.reconcile;

import dev.firedrill.recovery.journal.Step;
import dev.firedrill.recovery.model.CachedRepository;
import dev.firedrill.recovery.model.CachedRows;
import dev.firedrill.recovery.model.ClusterView;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RescuedMetadata;
import dev.firedrill.recovery.plan.Action;
import dev.firedrill.recovery.plan.Consent;
import dev.firedrill.recovery.plan.Notice;
import dev.firedrill.recovery.plan.ObservedState;
import dev.firedrill.recovery.plan.Plan;
import dev.firedrill.recovery.port.ClusterRefused;
import dev.firedrill.recovery.port.ClusterUnavailable;
import dev.firedrill.recovery.port.PassLock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings the package cache in line with control plane and git: reads the three states, lets the planner decide, and applies
 * the plan, Repository by Repository. It may be killed anywhere; the next pass sees what is left to do and does it.
 */
public final class Reconciler {
    private static final DateTimeFormatter SET_NAME =
            DateTimeFormatter.ofPattern("'rescue-'uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Status and result name no more; 'rescue show' has all of them. */
    private static final int MOST_RESCUED = 1000;

    private final RecoveryComponents components;

    public Reconciler(RecoveryComponents components) {
        this.components = components;
    }

    /** What a pass would do now; changes nothing. */
    public Plan preview(Consent consent) {
        try (Workers workers = new Workers(1)) {
            return components.planner().plan(read(consent, workers));
        }
    }

    /**
     * One pass over all stores. What fails for one Repository is told in the result; what fails for all is thrown, as the
     * stores throw it.
     */
    public PassResult pass(PassRequest request) {
        PassLock lock = components.cache().lockPass(components.cluster().namespace(), request.patience());
        try (Workers workers = new Workers(components.settings().failpoints().isActive() ? 1 : Workers.USUAL)) {
            Instant started = components.clock().instant();
            components.journal().step(Step.PASS_STARTED, components.cluster().namespace());
            ObservedState observed = read(request.consent(), workers);
            Plan plan = components.planner().plan(observed);
            Optional<String> unfinished = components.rescueSets().unfinished();
            String set = unfinished.orElseGet(() -> SET_NAME.format(started));
            Map<String, RepositoryWork> works = apply(plan, new Applier(components, set), workers);
            List<String> problems = new ArrayList<>();
            works.values().forEach(work -> {
                problems.addAll(work.problems());
                problems.addAll(work.lagging());
            });
            reportInvalid(observed.cluster(), problems);
            boolean mayBeOpen = unfinished.isPresent() || !plan.actions().isEmpty();
            if (problems.isEmpty() && mayBeOpen) {
                components.rescueSets().finish(set);
            }
            works.values().forEach(work -> problems.addAll(work.refused().values()));
            plan.notices().stream()
                    .filter(notice -> notice.kind().isOfOneRevision())
                    .forEach(notice -> problems.add(notice.message()));
            PassResult result = result(observed, plan, works, set, problems, started);
            components.journal().step(Step.PASS_COMPLETED, components.cluster().namespace());
            return result;
        } finally {
            lock.close();
        }
    }

    /**
     * Reads the control plane, then the cache, then git. An approval goes to git before it goes to the cache, so that a row
     * that is read as published has its tag when git is read after it.
     */
    private ObservedState read(Consent consent, Workers workers) {
        String namespace = components.cluster().namespace();
        ClusterView cluster = components.cluster().look();
        List<CachedRepository> repositories = components.cache().repositories();
        CachedRows rows = components.cache().rows(namespace);
        List<Repository> toLookAt = cluster.repositories().stream()
                .filter(repository -> !repository.deleting())
                .toList();
        List<GitView> views =
                workers.each(toLookAt, repository -> components.git().look(repository));
        Map<String, GitView> git = new HashMap<>();
        for (int i = 0; i < toLookAt.size(); i++) {
            git.put(toLookAt.get(i).name(), views.get(i));
        }
        List<RescuedMetadata> rescued = components.rescueSets().metadata(withoutRow(git.values(), rows));
        return new ObservedState(
                namespace, cluster, git, repositories, rows.revisions(), rows.unreadable(), rescued, consent);
    }

    /** Names of revisions that git has and the cache has not: only those may have left something in a rescue set. */
    private static Set<String> withoutRow(Collection<GitView> views, CachedRows rows) {
        Set<String> names = views.stream()
                .flatMap(view -> view instanceof GitView.Readable readable
                        ? readable.revisions().stream()
                        : Stream.<GitRevision>empty())
                .map(revision -> revision.name().objectName())
                .collect(Collectors.toSet());
        rows.revisions().forEach(row -> names.remove(row.name().objectName()));
        return names;
    }

    private static Map<String, RepositoryWork> apply(Plan plan, Applier applier, Workers workers) {
        Map<String, List<Action>> byRepository = plan.actions().stream()
                .collect(Collectors.groupingBy(Action::repository, LinkedHashMap::new, Collectors.toList()));
        List<String> names = List.copyOf(byRepository.keySet());
        List<RepositoryWork> done = workers.each(names, name -> {
            RepositoryWork work = new RepositoryWork();
            work.apply(byRepository.get(name), applier);
            return work;
        });
        Map<String, RepositoryWork> works = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            works.put(names.get(i), done.get(i));
        }
        return works;
    }

    private void reportInvalid(ClusterView cluster, List<String> problems) {
        new TreeMap<>(cluster.invalid()).forEach((name, why) -> {
            problems.add(why);
            try {
                components.cluster().reportInvalid(name, why);
            } catch (ClusterUnavailable | ClusterRefused e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        });
    }

    private PassResult result(
            ObservedState observed,
            Plan plan,
            Map<String, RepositoryWork> works,
            String set,
            List<String> problems,
            Instant started) {
        Map<String, Long> rows = observed.revisions().stream()
                .collect(Collectors.groupingBy(row -> row.name().repository(), Collectors.counting()));
        List<RepositoryOutcome> outcomes = observed.cluster().repositories().stream()
                .map(repository -> Outcomes.of(
                        repository,
                        Optional.ofNullable(observed.git().get(repository.name())),
                        rows.getOrDefault(repository.name(), 0L).intValue(),
                        plan,
                        works.getOrDefault(repository.name(), new RepositoryWork())))
                .toList();
        outcomes.stream()
                .filter(outcome -> !outcome.status().ready()
                        && !outcome.failed()
                        && !outcome.usable()
                        && !outcome.repository().deleting())
                .forEach(outcome -> problems.add(outcome.status().message()));
        return new PassResult(
                observed.cluster(),
                plan,
                observed.revisions(),
                works.values().stream().mapToInt(work -> work.applied().size()).sum(),
                outcomes,
                quarantined(plan, rows),
                components.rescueSets().newest(MOST_RESCUED),
                set,
                problems,
                started,
                components.clock().instant());
    }

    private static Map<String, Integer> quarantined(Plan plan, Map<String, Long> rows) {
        Map<String, Integer> quarantined = new TreeMap<>();
        plan.notices().stream()
                .filter(notice -> notice.kind() == Notice.Kind.QUARANTINED)
                .forEach(notice -> quarantined.put(
                        notice.repository(),
                        rows.getOrDefault(notice.repository(), 0L).intValue()));
        return quarantined;
    }
}
