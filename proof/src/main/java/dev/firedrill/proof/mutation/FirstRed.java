package dev.firedrill.proof.mutation;

import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.ScenarioResult;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Runs scenarios in their order, a few at a time, until one of them does not hold. */
final class FirstRed {
    private final int atATime;
    private final Turn turn;

    FirstRed(int atATime, Turn turn) {
        this.atATime = atATime;
        this.turn = turn;
    }

    /** Runs one scenario. */
    interface Turn {
        /**
         * @param place which of those that run side by side it is, from 1
         * @throws EnvironmentFailure when it came to no end
         */
        ScenarioResult run(String scenario, int place);
    }

    /**
     * The first scenario in this order that does not hold; those that were running beside it come to their end.
     *
     * @throws EnvironmentFailure when one came to no end
     */
    Optional<ScenarioResult> of(List<String> scenarios) {
        AtomicInteger next = new AtomicInteger();
        SortedMap<Integer, ScenarioResult> reds = new ConcurrentSkipListMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(atATime);
        try {
            CompletableFuture.allOf(IntStream.rangeClosed(1, atATime)
                            .mapToObj(place ->
                                    CompletableFuture.runAsync(() -> takeTurns(place, scenarios, next, reds), threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
            return reds.values().stream().findFirst();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        } finally {
            threads.shutdown();
        }
    }

    private void takeTurns(
            int place, List<String> scenarios, AtomicInteger next, SortedMap<Integer, ScenarioResult> reds) {
        int index = next.getAndIncrement();
        while (index < scenarios.size() && reds.headMap(index).isEmpty()) {
            ScenarioResult result = turn.run(scenarios.get(index), place);
            if (result.verdict() != Verdict.HELD) {
                reds.put(index, result);
            }
            index = next.getAndIncrement();
        }
    }
}
