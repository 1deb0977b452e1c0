package dev.firedrill.recovery.reconcile;

import dev.firedrill.recovery.cache.PostgresPackageCache;
import dev.firedrill.recovery.cache.TestDatabase;
import dev.firedrill.recovery.git.BareRepository;
import dev.firedrill.recovery.git.JGitRepositories;
import dev.firedrill.recovery.journal.Failpoints;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.RescueSet;
import dev.firedrill.recovery.plan.RulesPlanner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Three stores of one test, each in a state of its own. */
final class Testbed implements AutoCloseable {
    private static final Clock CLOCK = Clock.systemUTC();
    final ModelCluster cluster = new ModelCluster();
    final TestDatabase database = TestDatabase.create();
    final PostgresPackageCache cache = new PostgresPackageCache(database.address(), CLOCK);
    final Map<String, BareRepository> git = new TreeMap<>();
    final JGitRepositories repositories;
    private final Path directory;
    private final int number;
    private final boolean pushesDrafts;

    Testbed(Path directory, int number) {
        this(directory, number, false);
    }

    Testbed(Path directory, int number, boolean pushesDrafts) {
        this.pushesDrafts = pushesDrafts;
        this.directory = directory;
        this.number = number;
        this.repositories = new JGitRepositories(
                directory.resolve("work"), secret -> Optional.empty(), Journal.none(), CLOCK, true, pushesDrafts);
    }

    BareRepository repository(String name) throws IOException {
        BareRepository bare = new BareRepository(directory.resolve(number + "-" + name + ".git"));
        git.put(name, bare);
        cluster.add(name, bare.url(), false);
        return bare;
    }

    Reconciler reconciler(Journal journal) {
        Settings usual = Settings.of(Optional.empty(), "ns", "", "", Optional.empty(), directory);
        // A failpoint far away, so that steps come one after the other.
        Settings settings = new Settings(
                usual.kubeconfig(),
                "ns",
                "",
                "",
                Optional.empty(),
                directory,
                usual.pollInterval(),
                0.5,
                pushesDrafts,
                Optional.empty(),
                new Failpoints(OptionalInt.of(Integer.MAX_VALUE), Optional.empty()),
                "");
        return new Reconciler(new RecoveryComponents(
                cluster,
                repositories,
                cache,
                cache.rescueSets("ns"),
                new RulesPlanner(0.5, pushesDrafts),
                journal,
                CLOCK,
                settings,
                UnaryOperator.identity(),
                List.of()));
    }

    PassResult pass() {
        return reconciler(Journal.none()).pass(PassRequest.usual());
    }

    /** The names of git's branches of drafts and proposals, with the commits that they are at. */
    Map<String, String> branchesOfDrafts(String repository) throws IOException {
        Map<String, String> refs = new TreeMap<>(git.get(repository).refs());
        refs.keySet().removeIf(ref -> !ref.startsWith("refs/heads/drafts/") && !ref.startsWith("refs/heads/proposed/"));
        return refs;
    }

    /** Everything but times. */
    Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        for (CachedRevision row : cache.revisions("ns")) {
            state.put(
                    row.name().objectName(),
                    row.revision() + " " + row.lifecycle() + " " + row.latest() + " "
                            + row.content().hash() + " " + row.lock().ref() + " "
                            + row.metadata().labels() + row.metadata().owners());
        }
        Set<String> rescued = new TreeSet<>();
        for (RescueSet set : cache.rescueSets("ns").list()) {
            cache.rescueSets("ns")
                    .show(set.id())
                    .forEach(each -> rescued.add(each.revision().name().objectName() + " "
                            + each.revision().content().hash()));
        }
        state.put("rescued", rescued.toString());
        state.put("repositories", cache.repositories().toString().replaceAll(number + "-", ""));
        state.put("objects", cluster.repositories.keySet().toString());
        return state;
    }

    @Override
    public void close() {
        repositories.close();
        cache.close();
        git.values().forEach(BareRepository::close);
    }
}
