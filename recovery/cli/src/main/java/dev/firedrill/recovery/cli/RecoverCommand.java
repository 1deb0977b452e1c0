package dev.firedrill.recovery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.json.Problem;
import dev.firedrill.recovery.reconcile.PassRequest;
import dev.firedrill.recovery.reconcile.PassResult;
import dev.firedrill.recovery.reconcile.Reconciler;
import dev.firedrill.recovery.reconcile.RecoveryComponents;
import dev.firedrill.recovery.reconcile.RecoveryFactory;
import dev.firedrill.recovery.reconcile.RepositoryOutcome;
import dev.firedrill.recovery.reconcile.ShippedRecovery;
import dev.firedrill.recovery.reconcile.StatusReports;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code recover}: one reconcile pass. */
@Command(
        name = "recover",
        mixinStandardHelpOptions = true,
        defaultValueProvider = EnvironmentDefaults.class,
        description = {
            "Brings the package cache in line with control plane and git, once.",
            "It may be interrupted anywhere and run again, also beside a running 'serve'."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every Repository is ready",
            "1:something waits for a person, or has to be run again",
            "2:a store cannot be used",
            "64:wrong usage"
        })
public final class RecoverCommand implements Callable<Integer> {
    private final RecoveryFactory recovery;

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private ConsentOptions consent = new ConsentOptions();

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The shipped recovery. */
    public RecoverCommand() {
        this(new ShippedRecovery());
    }

    /** The recovery whose components {@code recovery} makes. */
    public RecoverCommand(RecoveryFactory recovery) {
        this.recovery = recovery;
    }

    @Override
    public Integer call() {
        return Sentences.run(spec, this::recover);
    }

    private int recover() {
        try (RecoveryComponents components = recovery.connect(stores.settings())) {
            PassResult result = new Reconciler(components).pass(PassRequest.of(consent.consent()));
            List<String> refused = new StatusReports(components.cluster()).write(result);
            boolean rescued = components.rescueSets().knows(result.rescueSet());
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.write(json(result, rescued)));
            } else {
                print(out, result, rescued);
            }
            out.flush();
            refused.forEach(spec.commandLine().getErr()::println);
            spec.commandLine().getErr().flush();
            return result.isClean() && refused.isEmpty() ? Sentences.FINE : Sentences.REMAINS;
        }
    }

    /** @param rescued whether this pass took something out of the cache; in the sets there may be more, from others */
    static void print(PrintWriter out, PassResult result, boolean rescued) {
        long ready = result.repositories().stream()
                .filter(outcome -> outcome.status().ready())
                .count();
        out.println(result.applied() + " changes; " + ready + " of "
                + result.repositories().size() + " Repositories are ready.");
        PlanText.losses(out, result.plan().losses());
        PlanText.notices(out, result.plan().notices());
        if (rescued) {
            out.println("What was taken out of the package cache is in a rescue set; 'rescue restore "
                    + result.rescueSet() + "' brings it back.");
        }
        if (!result.rescued().isEmpty()) {
            out.println("In rescue sets (" + result.rescued().size() + "), which 'rescue list' names:");
            result.rescued().forEach(name -> out.println("  " + name));
        }
        if (!result.problems().isEmpty()) {
            out.println("Problems (" + result.problems().size() + "):");
            result.problems().forEach(problem -> out.println("  " + problem));
        }
    }

    static ObjectNode json(PassResult result, boolean rescued) {
        ObjectNode node = PlanText.json(result.plan());
        node.put("applied", result.applied());
        node.put("startedAt", result.started().toString());
        node.put(
                "duration",
                Duration.between(result.started(), result.completed()).toString());
        ArrayNode repositories = node.putArray("repositories");
        for (RepositoryOutcome outcome : result.repositories()) {
            repositories
                    .addObject()
                    .put("name", outcome.repository().name())
                    .put("ready", outcome.status().ready())
                    .put("reason", outcome.status().reason())
                    .put("message", outcome.status().message());
        }
        ArrayNode quarantined = node.putArray("quarantined");
        result.quarantined()
                .forEach((name, rows) ->
                        quarantined.addObject().put("repository", name).put("rows", rows));
        if (rescued) {
            node.put("rescueSet", result.rescueSet());
        }
        ArrayNode inSets = node.putArray("rescued");
        result.rescued().forEach(inSets::add);
        Problem.write(result.problems(), node.putArray("problems"));
        return node;
    }
}
