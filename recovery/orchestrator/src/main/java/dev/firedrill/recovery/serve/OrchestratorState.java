package dev.firedrill.recovery.serve;

import dev.firedrill.recovery.engine.Refused;
import dev.firedrill.recovery.engine.RepositoryState;
import dev.firedrill.recovery.engine.RepositoryStates;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.VariantStatus;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the latest passes found, for the API and the status pages. */
final class OrchestratorState implements RepositoryStates {
    private static final int REMEMBERED = 1000;

    private final Set<String> everAligned = new HashSet<>();
    private final Deque<String> losses = new ArrayDeque<>();
    private Optional<Reconciliation.Result> result = Optional.empty();
    private Map<String, RepositoryState> states = Map.of();
    private Map<String, VariantStatus> variants = Map.of();
    private List<String> problems = List.of();
    private Set<OwnerReference> missing = Set.of();
    private PassRecord running = PassRecord.none();
    private PassRecord lastComplete = PassRecord.none();
    private Optional<Instant> cleanSince = Optional.empty();
    private long answered;

    @Override
    public synchronized RepositoryState of(String repository) {
        if (result.isEmpty()) {
            throw new Refused(
                    Refused.Kind.UNAVAILABLE,
                    "this process has not read the three stores yet"
                            + (problems.isEmpty() ? "" : ": " + problems.get(0)));
        }
        return states.getOrDefault(
                repository, new RepositoryState.Absent("no Repository '" + repository + "' is registered"));
    }

    /** A variant lives when the last look at the cluster listed it; any other owner, unless a look did not find it. */
    @Override
    public synchronized boolean lives(OwnerReference owner) {
        return owner.isVariant()
                ? result.stream()
                        .flatMap(found -> found.variants().stream())
                        .anyMatch(variant -> variant.uid().equals(owner.uid()))
                : !missing.contains(owner);
    }

    /** Owners that are no variants and are not there. */
    synchronized void ownersAreMissing(Set<OwnerReference> owners) {
        missing = Set.copyOf(owners);
    }

    synchronized void passBegins(long number, Instant at) {
        running = new PassRecord(number, at, Optional.empty(), false);
    }

    /** The stores were aligned; variants follow. */
    synchronized void aligned(Reconciliation.Result found) {
        Map<String, RepositoryState> now = new HashMap<>();
        found.invalid().forEach((name, why) -> now.put(name, new RepositoryState.Unaligned(Optional.empty(), why)));
        Set<String> uids = new HashSet<>();
        for (Reconciliation.Outcome outcome : found.repositories()) {
            String life =
                    outcome.repository().name() + " " + outcome.repository().uid();
            uids.add(life);
            if (outcome.aligned()) {
                everAligned.add(life);
            }
            now.put(outcome.repository().name(), state(outcome, everAligned.contains(life)));
        }
        everAligned.retainAll(uids);
        states = Map.copyOf(now);
        result = Optional.of(found);
        remember(losses, found.losses());
    }

    /** What happened stays in the status as long as the process lives: a later idle pass does not undo a loss. */
    private static void remember(Deque<String> known, List<String> news) {
        for (String one : news) {
            known.remove(one);
            known.addLast(one);
        }
        while (known.size() > REMEMBERED) {
            known.removeFirst();
        }
    }

    /** How the repositories stand for the controllers, who only act where the last look at git was good. */
    synchronized Map<String, RepositoryState> current() {
        Map<String, RepositoryState> now = new HashMap<>(states);
        result.ifPresent(found -> found.repositories().stream()
                .filter(outcome -> !outcome.usable())
                .forEach(outcome -> now.put(
                        outcome.repository().name(),
                        new RepositoryState.Unaligned(
                                Optional.of(outcome.repository()),
                                outcome.status().message()))));
        return now;
    }

    /** Names of package revisions that are not as they should be; controllers leave their packages alone. */
    synchronized Set<String> hindered() {
        return result.stream()
                .flatMap(found -> found.repositories().stream())
                .flatMap(outcome -> outcome.hindered().stream())
                .collect(Collectors.toSet());
    }

    synchronized void variantsReported(Map<String, VariantStatus> statuses, List<String> withdrawals) {
        variants = Map.copyOf(statuses);
        remember(losses, withdrawals);
    }

    /**
     * A pass has ended.
     *
     * @param good whether every store answered
     * @param requests how many requests the queue had received when the pass began
     */
    synchronized void passEnds(Instant at, boolean good, boolean changed, List<String> found, long requests) {
        problems = List.copyOf(found);
        lastComplete = new PassRecord(running.number(), running.startedAt(), Optional.of(at), changed);
        cleanSince = good ? Optional.of(running.startedAt()) : Optional.empty();
        answered = requests;
    }

    /** The variants were looked at once more, without a reconcile pass being due. */
    synchronized void looked(long requests) {
        answered = requests;
    }

    /** How many requests of the queue are answered by this state. */
    synchronized long answered() {
        return answered;
    }

    synchronized Optional<Reconciliation.Result> result() {
        return result;
    }

    synchronized Map<String, VariantStatus> variants() {
        return variants;
    }

    synchronized List<String> problems() {
        return problems;
    }

    /** What lies in the rescue sets: not what this process once put there, since a cache that went back has it no more. */
    synchronized List<String> rescued() {
        return result.map(Reconciliation.Result::rescued).orElse(List.of());
    }

    synchronized List<String> losses() {
        return new ArrayList<>(losses);
    }

    synchronized PassRecord running() {
        return running;
    }

    synchronized PassRecord lastComplete() {
        return lastComplete;
    }

    /** When the last pass began, if it was complete and every store answered. */
    synchronized Optional<Instant> cleanSince() {
        return cleanSince;
    }

    private static RepositoryState state(Reconciliation.Outcome outcome, boolean aligned) {
        if (outcome.repository().deleting()) {
            return new RepositoryState.Unaligned(Optional.of(outcome.repository()), "it is being deleted");
        }
        return aligned
                ? new RepositoryState.Aligned(outcome.repository())
                : new RepositoryState.Unaligned(
                        Optional.of(outcome.repository()), outcome.status().message());
    }

    /**
     * A pass over all stores.
     *
     * @param completedAt empty while it runs
     */
    record PassRecord(long number, Instant startedAt, Optional<Instant> completedAt, boolean changed) {
        static PassRecord none() {
            return new PassRecord(0, Instant.EPOCH, Optional.empty(), false);
        }
    }
}
