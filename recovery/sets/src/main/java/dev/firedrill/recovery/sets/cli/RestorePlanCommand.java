package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.restore.Restore;
import dev.firedrill.recovery.sets.restore.RestorePlan;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code restore plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Verifies a set, looks at the targets, and says what 'restore run' would do. Nothing is changed.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing stands in the way",
            "1:a target holds something that a restore would destroy",
            "2:a store or the storage cannot be used",
            "64:wrong usage",
            "69:the set is not what was written, or no key opens it"
        })
public final class RestorePlanCommand implements Callable<Integer> {
    @Mixin
    private TargetOptions targets = new TargetOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return SetSentences.run(spec, this::plan);
    }

    private int plan() {
        return targets.with(request -> {
            SetArgument argument = targets.argument();
            RestorePlan plan = new Restore(argument.storage(), argument.verifier()).plan(request);
            PrintWriter out = spec.commandLine().getOut();
            out.println("verified " + plan.set().place() + ", root hash "
                    + plan.set().rootHash());
            plan.steps().forEach(step -> out.println(line(step)));
            leftAlone(out, plan);
            out.flush();
            return plan.steps().stream().allMatch(RestorePlan.Step::isAllowed)
                    ? SetSentences.FINE
                    : SetSentences.REMAINS;
        });
    }

    /** Who forgets a target of a whole set is told so. */
    static void leftAlone(PrintWriter out, RestorePlan plan) {
        plan.leftAlone().forEach(alias -> out.println(alias + " is left alone: no target is named for it"));
    }

    private static String line(RestorePlan.Step step) {
        String verdict = step.isAllowed() ? "would be restored" : "is refused unless named by --replace";
        return step.alias() + " as of " + step.artefacts().metadata().window().to() + " " + verdict + "; target "
                + step.look().state().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                + step.look().description();
    }
}
