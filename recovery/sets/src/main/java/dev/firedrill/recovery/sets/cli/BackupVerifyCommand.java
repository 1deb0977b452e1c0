package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.verify.VerifiedSet;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code backup verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Proves every byte of a set, from its root hash downwards. No key is needed and nothing is changed.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every byte is what was written",
            "2:the storage cannot be read",
            "64:wrong usage",
            "69:the set is not what was written; the file is named"
        })
public final class BackupVerifyCommand implements Callable<Integer> {
    @Mixin
    private SetArgument argument = new SetArgument();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return SetSentences.run(spec, this::verify);
    }

    private int verify() {
        VerifiedSet set = argument.verified();
        PrintWriter out = spec.commandLine().getOut();
        out.println("verified " + set.place() + ": " + set.files() + " files, " + set.bytes() + " bytes");
        out.println("root hash " + set.rootHash());
        out.flush();
        return SetSentences.FINE;
    }
}
