package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.format.SetJson;
import dev.firedrill.recovery.sets.status.SetListing;
import dev.firedrill.recovery.sets.status.SetSummary;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code backup list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the sets of a storage, the oldest first, with their states. It proves nothing of them.")
public final class BackupListCommand implements Callable<Integer> {
    @Mixin
    private StorageOptions places = new StorageOptions();

    @Option(names = "--batch", paramLabel = "NAME", description = "Only the sets of this batch.")
    private @Nullable String batch;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        return SetSentences.run(spec, this::list);
    }

    private int list() {
        SetListing listing = new SetListing(places.storage(), places.catalogue());
        List<SetSummary> sets = (batch == null ? listing.batches() : List.of(batch))
                .stream()
                        .flatMap(each -> listing.places(each).stream())
                        .map(listing::summary)
                        .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(new String(SetJson.write(sets), StandardCharsets.UTF_8));
        } else if (sets.isEmpty()) {
            out.println("There are no sets.");
        } else {
            sets.forEach(set -> out.println(line(set)));
        }
        out.flush();
        return SetSentences.FINE;
    }

    private static String line(SetSummary set) {
        String members = set.members().stream()
                .map(member -> member.alias() + " " + member.state().text())
                .collect(Collectors.joining(", "));
        return set.batch() + "/" + set.rootId() + "  " + set.state().text() + (members.isEmpty() ? "" : "  " + members);
    }
}
