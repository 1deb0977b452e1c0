package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.restore.Restore;
import dev.firedrill.recovery.sets.restore.RestoreOutcome;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code restore run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Verifies a set and restores it, or members of it. Nothing is changed before all of it is proven.",
            "After an interruption run it again; what is restored already is left as it is."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:restored, and validated by reading back",
            "1:restored, and a store read back differs from the set",
            "2:a store or the storage cannot be used",
            "64:wrong usage, or a target holds something that is not named by --replace",
            "69:the set is not what was written, or no key opens it; no store was touched"
        })
public final class RestoreRunCommand implements Callable<Integer> {
    @Mixin
    private TargetOptions targets = new TargetOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return SetSentences.run(spec, this::restore);
    }

    private int restore() {
        return targets.with(request -> {
            SetArgument argument = targets.argument();
            PrintWriter out = spec.commandLine().getOut();
            List<RestoreOutcome> outcomes = new Restore(argument.storage(), argument.verifier())
                    .run(request, plan -> RestorePlanCommand.leftAlone(out, plan), outcome -> tell(out, outcome));
            return outcomes.stream().allMatch(RestoreOutcome::validated) ? SetSentences.FINE : SetSentences.REMAINS;
        });
    }

    private static void tell(PrintWriter out, RestoreOutcome outcome) {
        out.println(outcome.alias()
                + (outcome.restored() ? " restored" : " was there already")
                + (outcome.validated() ? ", validated" : ", NOT validated"));
        outcome.remarks().forEach(remark -> out.println("  " + remark));
        out.flush();
    }
}
