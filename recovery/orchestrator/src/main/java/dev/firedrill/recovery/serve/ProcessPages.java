package dev.firedrill.recovery.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.api.Pages;
import dev.firedrill.recovery.json.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The pages {@code /readyz} and {@code /status}. */
final class ProcessPages implements Pages {
    private final OrchestratorState state;
    private final WorkQueue queue;
    private final Clock clock;

    ProcessPages(OrchestratorState state, WorkQueue queue, Clock clock) {
        this.state = state;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public Page ready(Optional<Instant> since) {
        Instant wanted = since.orElse(Instant.EPOCH);
        // A client that asks for a pass after a time later than the last one would wait for the next poll.
        if (!state.running().startedAt().isAfter(wanted) && !wanted.isAfter(clock.instant())) {
            queue.requestPass();
        }
        Optional<String> awaited = awaited(wanted);
        ObjectNode body = object().put("ready", awaited.isEmpty());
        awaited.ifPresent(reason -> body.put("awaits", reason));
        Problem.write(state.problems(), body.putArray("problems"));
        return new Page(awaited.isEmpty(), body);
    }

    private Optional<String> awaited(Instant wanted) {
        if (queue.requests() > state.answered()) {
            return Optional.of("a pass that begins after the last change");
        }
        Optional<Instant> clean = state.cleanSince();
        if (clean.isEmpty()) {
            return Optional.of(
                    state.problems().isEmpty()
                            ? "the first complete pass over all stores"
                            : "a complete pass in which every store answers");
        }
        return clean.get().isAfter(wanted)
                ? Optional.empty()
                : Optional.of("a complete pass that begins after " + wanted);
    }

    @Override
    public ObjectNode status() {
        ObjectNode status = object();
        OrchestratorState.PassRecord last = state.lastComplete();
        ObjectNode pass = status.putObject("pass").put("number", last.number());
        if (last.number() > 0) {
            pass.put("startedAt", last.startedAt().toString());
        }
        last.completedAt().ifPresent(at -> pass.put("completedAt", at.toString()));
        pass.put("changed", last.changed());
        ArrayNode repositories = status.putArray("repositories");
        ArrayNode variants = status.putArray("variants");
        ArrayNode quarantined = status.putArray("quarantined");
        ArrayNode awaiting = status.putArray("awaitingConfirmation");
        state.result().ifPresent(result -> {
            repositories(repositories, result);
            new TreeMap<>(result.quarantined())
                    .forEach((name, rows) ->
                            quarantined.addObject().put("repository", name).put("rows", rows));
            result.awaitingConfirmation()
                    .forEach(one -> awaiting.addObject()
                            .put("repository", one.repository())
                            .put("token", one.token())
                            .put("count", one.count()));
        });
        texts(status.putArray("rescued"), state.rescued());
        texts(status.putArray("losses"), state.losses());
        new TreeMap<>(state.variants())
                .forEach((name, said) -> variants.addObject()
                        .put("name", name)
                        .put("ready", said.ready())
                        .put("stalled", said.stalled())
                        .put("message", said.message()));
        texts(
                status.putArray("notices"),
                state.result().map(Reconciliation.Result::notices).orElse(List.of()));
        Problem.write(state.problems(), status.putArray("problems"));
        return status;
    }

    private static void repositories(ArrayNode list, Reconciliation.Result result) {
        result.repositories()
                .forEach(outcome -> list.addObject()
                        .put("name", outcome.repository().name())
                        .put("ready", outcome.status().ready())
                        .put("reason", outcome.status().reason())
                        .put("message", outcome.status().message()));
        new TreeMap<>(result.invalid())
                .forEach((name, why) -> list.addObject()
                        .put("name", name)
                        .put("ready", false)
                        .put("reason", "Error")
                        .put("message", why));
    }

    private static void texts(ArrayNode list, List<String> texts) {
        texts.forEach(list::add);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
