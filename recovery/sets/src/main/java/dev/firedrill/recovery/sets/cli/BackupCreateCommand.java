package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.codec.Recipients;
import dev.firedrill.recovery.sets.create.Backup;
import dev.firedrill.recovery.sets.create.BackupRequest;
import dev.firedrill.recovery.sets.create.BackupResult;
import dev.firedrill.recovery.sets.format.MemberState;
import dev.firedrill.recovery.sets.format.MemberSummary;
import dev.firedrill.recovery.sets.signature.SigningKey;
import dev.firedrill.recovery.sets.status.SetStatus.MemberStatus;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backup create}. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a recovery set of the stores that are named, the package cache before git, and prints its root hash.",
            "Keep that hash: with it, every byte of the set can be proven."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the set is complete",
            "1:the set is closed, and a member could not be taken; which one and why is printed",
            "2:a store or the storage cannot be used; there is no set",
            "64:wrong usage, or another backup of the batch is running"
        })
public final class BackupCreateCommand implements Callable<Integer> {
    @Mixin
    private StorageOptions places = new StorageOptions();

    @Mixin
    private MemberOptions members = new MemberOptions();

    @Option(
            names = "--batch",
            paramLabel = "NAME",
            defaultValue = "porch",
            description = "Keeps sets of the same stores together (default: ${DEFAULT-VALUE}).")
    private String batch = "porch";

    @Option(
            names = "--recipient",
            paramLabel = "KEY",
            description = "Encrypts for a public key of age (age1...); may be given several times.")
    private List<String> recipients = new ArrayList<>();

    @Option(
            names = "--signing-key",
            paramLabel = "FILE",
            description = "Signs with a private key of OpenSSH (Ed25519, without passphrase).")
    private @Nullable Path signingKey;

    @Option(
            names = "--incremental",
            description = "Refers to the files of the newest complete set of the batch where nothing has changed.")
    private boolean incremental;

    @Option(
            names = "--attempts",
            paramLabel = "N",
            defaultValue = "2",
            description = "How often a member is tried (default: ${DEFAULT-VALUE}).")
    private int attempts = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return SetSentences.run(spec, this::create);
    }

    private int create() {
        Recipients encryption = new Recipients(recipients);
        Optional<SigningKey> key = Optional.ofNullable(signingKey).map(SigningKey::read);
        Backup backup = new Backup(places.storageForNewSets(), places.catalogue(), Clock.systemUTC());
        BackupResult result = members.with(
                encryption.encrypts(),
                byAlias -> backup.create(
                        new BackupRequest(batch, byAlias, encryption, key, incremental, attempts), this::tell));
        return print(result);
    }

    /** For a person who waits; what the command found out goes to the standard output. */
    private void tell(MemberStatus member) {
        PrintWriter err = spec.commandLine().getErr();
        if (member.state() == MemberState.RUNNING) {
            err.println(member.alias() + " is being taken");
            err.flush();
        }
    }

    private int print(BackupResult result) {
        PrintWriter out = spec.commandLine().getOut();
        result.cleaned().forEach(place -> out.println("removed " + place + ", which was never finished"));
        for (MemberSummary member : result.manifest().members()) {
            out.println(member.alias() + " " + member.state().text()
                    + (member.state() == MemberState.FAILED ? ": " + member.error() : ""));
        }
        out.println("set " + result.place());
        if (incremental) {
            String base = result.manifest().base();
            out.println(base == null ? "full, because there is no set to build on" : "builds on " + base);
        }
        out.println("root hash " + result.rootHash());
        out.flush();
        return result.manifest().isComplete() ? SetSentences.FINE : SetSentences.REMAINS;
    }
}
