package dev.firedrill.recovery.cli;

import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.plan.Plan;
import dev.firedrill.recovery.reconcile.Reconciler;
import dev.firedrill.recovery.reconcile.RecoveryComponents;
import dev.firedrill.recovery.reconcile.RecoveryFactory;
import dev.firedrill.recovery.reconcile.ShippedRecovery;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plan}: what a reconcile pass would do, without doing it. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        defaultValueProvider = EnvironmentDefaults.class,
        description = "Prints what 'recover' would do to the stores, what would be lost by it, and why.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing stands in the way",
            "1:something waits for a person",
            "2:a store cannot be used",
            "64:wrong usage"
        })
public final class PlanCommand implements Callable<Integer> {
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
    public PlanCommand() {
        this(new ShippedRecovery());
    }

    /** The recovery whose components {@code recovery} makes. */
    public PlanCommand(RecoveryFactory recovery) {
        this.recovery = recovery;
    }

    @Override
    public Integer call() {
        return Sentences.run(spec, this::plan);
    }

    private int plan() {
        try (RecoveryComponents components = recovery.connectToRead(stores.settings())) {
            Plan plan = new Reconciler(components).preview(consent.consent());
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.write(PlanText.json(plan)));
            } else {
                PlanText.print(out, plan);
            }
            out.flush();
            boolean waits =
                    plan.notices().stream().anyMatch(notice -> notice.kind().holdsUp());
            return waits ? Sentences.REMAINS : Sentences.FINE;
        }
    }
}
