package dev.firedrill.recovery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.RescueSet;
import dev.firedrill.recovery.model.RescuedRevision;
import dev.firedrill.recovery.model.Returned;
import dev.firedrill.recovery.port.RescueSets;
import dev.firedrill.recovery.reconcile.RecoveryComponents;
import dev.firedrill.recovery.reconcile.RecoveryFactory;
import dev.firedrill.recovery.reconcile.ShippedRecovery;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rescue}: what a reconcile pass took out of the package cache, and bringing it back. */
@Command(
        name = "rescue",
        mixinStandardHelpOptions = true,
        description = "Shows what alignment took out of the package cache, and brings it back as Drafts.")
public final class RescueCommand implements Callable<Integer> {
    private final RecoveryFactory recovery;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The shipped recovery. */
    public RescueCommand() {
        this(new ShippedRecovery());
    }

    /** The recovery whose components {@code recovery} makes. */
    public RescueCommand(RecoveryFactory recovery) {
        this.recovery = recovery;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do: list, show or restore");
    }

    /** {@code rescue list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            defaultValueProvider = EnvironmentDefaults.class,
            description = "Lists the rescue sets, the oldest first.")
    int list(@Mixin StoreOptions stores, @Option(names = "--json", description = "Prints JSON.") boolean json) {
        return with(stores, sets -> {
            List<RescueSet> found = sets.list();
            ArrayNode array = Json.array();
            for (RescueSet set : found) {
                array.addObject()
                        .put("id", set.id())
                        .put("openedAt", set.openedAt().toString())
                        .put("finished", set.finished())
                        .put("revisions", set.size());
            }
            print(json, array, out -> {
                if (found.isEmpty()) {
                    out.println("There are no rescue sets: alignment took nothing out.");
                }
                found.forEach(set -> out.println(set.id() + "  " + set.size() + " revisions"
                        + (set.finished() ? "" : "  (its pass has not ended)")));
            });
            return Sentences.FINE;
        });
    }

    /** {@code rescue show}. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            defaultValueProvider = EnvironmentDefaults.class,
            description = "Shows the revisions of a rescue set.")
    int show(
            @Mixin StoreOptions stores,
            @Option(names = "--json", description = "Prints JSON.") boolean json,
            @Parameters(paramLabel = "SET", description = "The set, as 'rescue list' prints it.") String set) {
        return with(stores, sets -> {
            requireKnown(sets, set);
            List<RescuedRevision> found = sets.show(set);
            ArrayNode array = Json.array();
            for (RescuedRevision rescued : found) {
                array.add(RescuedJson.of(rescued));
            }
            print(
                    json,
                    array,
                    out -> found.forEach(
                            rescued -> out.println(rescued.revision().name().objectName() + "  "
                                    + rescued.revision().lifecycle().text() + " "
                                    + rescued.revision().revision() + "  " + rescued.reason())));
            return Sentences.FINE;
        });
    }

    /** {@code rescue restore}. */
    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            defaultValueProvider = EnvironmentDefaults.class,
            description = {
                "Brings revisions of a rescue set back as Drafts, with content, labels and annotations,",
                "and takes them out of the set. What cannot come back stays in the set and is named;",
                "running it again is harmless."
            },
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {
                "0:everything that was asked for is back",
                "1:something could not come back and is still in the set",
                "2:the package cache cannot be used",
                "64:wrong usage, or there is no such set"
            })
    int restore(
            @Mixin StoreOptions stores,
            @Option(names = "--json", description = "Prints JSON.") boolean json,
            @Parameters(index = "0", paramLabel = "SET", description = "The set, as 'rescue list' prints it.")
                    String set,
            @Parameters(index = "1..*", arity = "0..*", paramLabel = "NAME", description = "All of it without a name.")
                    List<String> names) {
        List<String> wanted = names == null ? new ArrayList<>() : names;
        return with(stores, sets -> {
            requireKnown(sets, set);
            Returned result = sets.restore(set, new LinkedHashSet<>(wanted));
            ArrayNode array = Json.array();
            result.restored()
                    .forEach(each -> array.addObject()
                            .put("was", each.was().objectName())
                            .put("now", each.now().objectName()));
            print(json, array, out -> {
                if (result.restored().isEmpty() && result.left().isEmpty()) {
                    out.println("Nothing to restore: the set does not hold it, or no longer.");
                }
                result.restored()
                        .forEach(each -> out.println(each.was().objectName() + " is back as Draft "
                                + each.now().objectName()));
            });
            return told(result.left());
        });
    }

    /** What is still in the set is said apart, so that JSON stays the list of what came back. */
    private int told(List<String> left) {
        PrintWriter err = spec.commandLine().getErr();
        left.forEach(sentence -> err.println("rescue restore: still in the set: " + sentence));
        err.flush();
        return left.isEmpty() ? Sentences.FINE : Sentences.REMAINS;
    }

    private void requireKnown(RescueSets sets, String set) {
        if (!sets.knows(set)) {
            throw new ParameterException(spec.commandLine(), "there is no rescue set '" + set + "'; see 'rescue list'");
        }
    }

    private int with(StoreOptions stores, ToIntFunction<RescueSets> work) {
        return Sentences.run(spec, () -> {
            try (RecoveryComponents components = recovery.connectToRead(stores.settings())) {
                return work.applyAsInt(components.rescueSets());
            }
        });
    }

    private void print(boolean json, ArrayNode array, Consumer<PrintWriter> text) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(array));
        } else {
            text.accept(out);
        }
        out.flush();
    }
}
