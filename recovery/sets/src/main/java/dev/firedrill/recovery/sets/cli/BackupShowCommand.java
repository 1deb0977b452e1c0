package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.format.ArtefactEntry;
import dev.firedrill.recovery.sets.format.SetJson;
import dev.firedrill.recovery.sets.verify.VerifiedSet;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backup show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows what a set holds, after proving it.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:shown",
            "2:the storage cannot be read",
            "64:wrong usage",
            "69:the set is not what was written"
        })
public final class BackupShowCommand implements Callable<Integer> {
    @Mixin
    private SetArgument argument = new SetArgument();

    @Option(names = "--json", description = "Prints manifest and metadata as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return SetSentences.run(spec, this::show);
    }

    private int show() {
        VerifiedSet set = argument.verified();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(new String(SetJson.write(set), StandardCharsets.UTF_8));
        } else {
            print(out, set);
        }
        out.flush();
        return SetSentences.FINE;
    }

    private static void print(PrintWriter out, VerifiedSet set) {
        out.println("set        " + set.place());
        out.println("root hash  " + set.rootHash());
        String base = set.manifest().base();
        out.println("builds on  " + (base == null ? "nothing" : base));
        out.println("begun      " + set.manifest().startedAt());
        out.println("encrypted  " + (set.manifest().encryptedFor().isEmpty() ? "no" : "yes"));
        set.manifest()
                .encryptedFor()
                .forEach(key -> out.println("  for " + key.publicKey() + " (" + key.keyId() + ")"));
        var signer = set.manifest().signer();
        out.println("signed     " + (signer == null ? "no" : "by " + signer.keyId()));
        set.manifest().members().forEach(member -> {
            var window = member.window();
            out.println("member     " + member.alias() + " (" + member.kind().text() + ") "
                    + member.state().text()
                    + (window == null ? "" : ", " + window.from() + " to " + window.to()));
        });
        set.manifest()
                .jointWindow()
                .ifPresent(window -> out.println("together   " + window.from() + " to " + window.to()
                        + "; what was written within may be in some members only"));
        set.members().forEach(member -> member.artefacts().forEach(entry -> out.println(line(entry))));
    }

    private static String line(ArtefactEntry entry) {
        return "  " + entry.path() + "  " + entry.size() + " bytes, plain " + entry.plainSize();
    }
}
