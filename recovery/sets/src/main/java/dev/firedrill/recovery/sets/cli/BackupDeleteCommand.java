package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.create.SetRemoval;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.problem.SetRefused;
import dev.firedrill.recovery.sets.status.SetListing;
import dev.firedrill.recovery.sets.storage.Storage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup delete}. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description = "Removes one set for good. Without --confirm it only says what it would remove.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done, or shown", "2:the storage cannot be used", "64:wrong usage, or the set is in use"})
public final class BackupDeleteCommand implements Callable<Integer> {
    @Mixin
    private StorageOptions places = new StorageOptions();

    @Parameters(paramLabel = "SET", description = "BATCH/ID as 'backup list' prints it.")
    private String set = "";

    @Option(names = "--confirm", description = "Really does it.")
    private boolean confirmed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return SetSentences.run(spec, this::delete);
    }

    private int delete() {
        Storage storage = places.storage();
        Catalogue catalogue = places.catalogue();
        if (!set.contains("/")) {
            throw new SetRefused("say BATCH/ID: what is deleted has to be named in full");
        }
        SetPlace place = Chosen.set(new SetListing(storage, catalogue), set);
        int files = storage.list(place.folder()).size();
        if (files == 0) {
            throw new SetRefused("there is no set " + place + " in " + storage.describe() + "; see 'backup list'");
        }
        if (confirmed) {
            new SetRemoval(storage, catalogue).remove(place);
        }
        spec.commandLine()
                .getOut()
                .println((confirmed ? "removed " : "would remove ") + place + ", " + files + " files"
                        + (confirmed ? "" : "; add --confirm to do it"));
        spec.commandLine().getOut().flush();
        return SetSentences.FINE;
    }
}
