package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.format.SetJson;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.problem.SetRefused;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import dev.firedrill.recovery.sets.status.SetListing;
import dev.firedrill.recovery.sets.status.SetStatus;
import dev.firedrill.recovery.sets.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says how far the members of a set are, also while another process takes it. It proves nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:told", "2:the storage cannot be read", "64:wrong usage, or there is no such set"})
public final class BackupStatusCommand implements Callable<Integer> {
    @Mixin
    private StorageOptions places = new StorageOptions();

    @Parameters(paramLabel = "SET", description = "BATCH/ID as 'backup list' prints it.")
    private String set = "";

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return SetSentences.run(spec, this::status);
    }

    private int status() {
        Storage storage = places.storage();
        SetListing listing = new SetListing(storage, places.catalogue());
        SetPlace place = Chosen.set(listing, set);
        SetStatus status = read(storage, place);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(new String(SetJson.write(status), StandardCharsets.UTF_8));
        } else {
            // A process that was killed has left its last word; what the set is now is seen in the storage.
            out.println(place + "  " + listing.summary(place).state().text() + ", as of " + status.updatedAt());
            status.members()
                    .forEach(member -> out.println("  " + member.alias() + "  "
                            + member.state().text() + (member.error() == null ? "" : ": " + member.error())));
        }
        out.flush();
        return SetSentences.FINE;
    }

    private static SetStatus read(Storage storage, SetPlace place) {
        String key = place.statusKey();
        if (!storage.exists(key)) {
            throw new SetRefused("there is no set " + place + " in " + storage.describe() + "; see 'backup list'");
        }
        try (InputStream in = storage.open(key)) {
            return SetJson.read(in.readAllBytes(), SetStatus.class, key);
        } catch (IOException e) {
            throw new StoreUnavailable("reading " + key + " in " + storage.describe() + " failed", e);
        }
    }
}
