package dev.firedrill.recovery.serve;

import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.ClusterView;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RepositoryStatus;
import dev.firedrill.recovery.model.Variant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings the cache in line with the other two stores, once. */
interface Reconciliation {
    /** One pass. Throws what the stores throw when one of them cannot be used at all. */
    Pass pass();

    /**
     * A pass.
     *
     * @param rows the rows of the cache as it read them, before it changed any
     */
    record Pass(Result result, List<CachedRevision> rows) {
        public Pass {
            rows = List.copyOf(rows);
        }
    }

    /**
     * What a pass found and did.
     *
     * @param resourceVersion of the control plane
     * @param invalid Repositories that cannot be used, each with one sentence why
     * @param quarantined repositories that have rows and are not registered, with the number of their rows
     * @param rescued names of the package revisions that lie in rescue sets
     * @param changed whether any store was changed
     * @param notices what an operator should know, a sentence each
     */
    record Result(
            String resourceVersion,
            List<Outcome> repositories,
            List<Variant> variants,
            Map<String, String> invalid,
            Map<String, Integer> quarantined,
            List<Awaiting> awaitingConfirmation,
            List<String> rescued,
            List<String> losses,
            List<String> problems,
            String rescueSet,
            boolean changed,
            List<String> notices) {
        /** A result without anything to know besides. */
        public Result(
                String resourceVersion,
                List<Outcome> repositories,
                List<Variant> variants,
                Map<String, String> invalid,
                Map<String, Integer> quarantined,
                List<Awaiting> awaitingConfirmation,
                List<String> rescued,
                List<String> losses,
                List<String> problems,
                String rescueSet,
                boolean changed) {
            this(
                    resourceVersion,
                    repositories,
                    variants,
                    invalid,
                    quarantined,
                    awaitingConfirmation,
                    rescued,
                    losses,
                    problems,
                    rescueSet,
                    changed,
                    List.of());
        }

        public Result {
            notices = List.copyOf(notices);
            repositories = List.copyOf(repositories);
            variants = List.copyOf(variants);
            invalid = Map.copyOf(invalid);
            quarantined = Map.copyOf(quarantined);
            awaitingConfirmation = List.copyOf(awaitingConfirmation);
            rescued = List.copyOf(rescued);
            losses = List.copyOf(losses);
            problems = List.copyOf(problems);
        }

        /** What is left to say when the package cache failed: all Repositories wait for it. */
        static Result withoutCache(ClusterView view, String message, Optional<Result> before) {
            List<Outcome> outcomes = view.repositories().stream()
                    .map(repository -> Outcome.waiting(repository, message))
                    .toList();
            return new Result(
                    view.resourceVersion(),
                    outcomes,
                    view.variants(),
                    view.invalid(),
                    before.map(Result::quarantined).orElse(Map.of()),
                    before.map(Result::awaitingConfirmation).orElse(List.of()),
                    before.map(Result::rescued).orElse(List.of()),
                    List.of(),
                    List.of(message),
                    before.map(Result::rescueSet).orElse("variants"),
                    false);
        }
    }

    /**
     * How a pass ended for one repository.
     *
     * @param status what to say about it; whether its time moves is decided later
     * @param aligned whether its rows are in line with git now
     * @param incomplete whether a store did not answer, let us in or do what it was asked, so that the pass has to be
     *     repeated
     * @param changed whether rows of it were changed
     * @param usable whether controllers may act in it, the package revisions in {@code hindered} apart
     * @param hindered names of package revisions that are not as they should be
     */
    record Outcome(
            Repository repository,
            RepositoryStatus status,
            boolean aligned,
            boolean incomplete,
            boolean changed,
            boolean usable,
            Set<String> hindered) {
        public Outcome {
            hindered = Set.copyOf(hindered);
        }

        private static Outcome waiting(Repository repository, String message) {
            int count = Json.objectIn(repository.json())
                    .map(json -> json.path("status").path("packageCount").asInt())
                    .orElse(0);
            return new Outcome(
                    repository,
                    new RepositoryStatus(false, "Error", message, count, Optional.empty(), false),
                    false,
                    true,
                    false,
                    false,
                    Set.of());
        }
    }

    /**
     * A removal that is too large to be done unasked.
     *
     * @param token what confirms it
     * @param count how many rows would go
     */
    record Awaiting(String repository, String token, int count) {}
}
