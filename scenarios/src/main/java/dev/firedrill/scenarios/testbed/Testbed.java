package dev.firedrill.scenarios.testbed;

import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.system.PushesDrafts;
import dev.firedrill.environments.role.system.StartOptions;
import dev.firedrill.environments.role.system.SystemUnderTest;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Store;
import dev.firedrill.workload.history.RandomPlay;
import dev.firedrill.workload.history.StandardHistory;
import dev.firedrill.workload.history.Story;
import dev.firedrill.workload.ledger.Ledger;
import dev.firedrill.workload.random.RandomHistory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An environment with the histories that were written in it. Writing one takes seconds and going back to its end takes a
 * fraction of one, so scenarios that tell the same history share it and still each have stores of their own to ruin.
 */
public final class Testbed implements AutoCloseable {
    private static final RecoveryPoint START = new RecoveryPoint("start");
    private static final Pattern SECRET_LINE =
            Pattern.compile("(?:token|password|client-key-data): *\"?([^\\s\"]{8,})");

    private final Environment environment;
    private final StandardHistory history;
    private final boolean pushesDrafts;
    private Optional<Story> standard = Optional.empty();
    private Optional<Ledger> begunLast = Optional.empty();
    private boolean justWritten;
    private boolean used;

    private Testbed(Environment environment, StandardHistory history, boolean pushesDrafts) {
        this.environment = environment;
        this.history = history;
        this.pushesDrafts = pushesDrafts;
    }

    /** @param pushesDrafts whether histories are written here by an orchestrator that pushes drafts to git */
    static Testbed open(
            ProcessSupervisor supervisor,
            EnvironmentSpec forms,
            SystemForms systems,
            int repositories,
            String name,
            boolean pushesDrafts) {
        Environment environment = Environment.open(supervisor, forms, systems, name);
        environment.author().prepare(environment.controlPlane().address());
        environment.keep(START);
        return new Testbed(environment, StandardHistory.ofRepositories(repositories), pushesDrafts);
    }

    public Environment environment() {
        return environment;
    }

    public boolean pushesDrafts() {
        return pushesDrafts;
    }

    /** The passwords and tokens of its stores. */
    public List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        secrets.add(environment.git().address().password());
        secrets.add(environment.database().address().password());
        SECRET_LINE
                .matcher(environment.controlPlane().address().kubeconfig())
                .results()
                .forEach(found -> secrets.add(found.group(1)));
        return secrets;
    }

    /** The standard history; written by the system as it is meant to be on first use, so that a broken one meets it whole. */
    public Story standardStory() {
        if (standard.isEmpty()) {
            TestbedWorkloadTarget target = fromTheStart();
            standard = Optional.of(history.play(target));
            environment.endOrchestrator();
            justWritten = true;
        }
        return standard.get();
    }

    /**
     * Brings the stores to the end of the standard history.
     *
     * @param spared stores that something else stands in for before anybody looks at them: they may stay as they are
     * @throws EnvironmentFailure when they were there before and cannot go back
     */
    public void goToTheEnd(Set<Store> spared) {
        if (environment.rewinds()) {
            environment.resetTo(RecoveryPoint.DISASTER, spared);
        } else if (!justWritten) {
            throw cannotGoBack();
        }
        justWritten = false;
    }

    /** A random history, written by the system as it is meant to be, which runs on. */
    public Story randomStory(RandomHistory history) {
        return RandomPlay.play(history, fromTheStart());
    }

    /** Stores with nothing in them, and the running system that writes histories. */
    TestbedWorkloadTarget fromTheStart() {
        if (used && !environment.rewinds()) {
            throw cannotGoBack();
        }
        if (used) {
            environment.resetTo(START, Set.of());
        }
        used = true;
        Ledger ledger = new Ledger(Clock.systemUTC());
        begunLast = Optional.of(ledger);
        SystemUnderTest author = environment.author();
        TestbedWorkloadTarget target = new TestbedWorkloadTarget(environment, author, ledger);
        author.start(pushesDrafts ? author.need(PushesDrafts.class).pushingDrafts() : StartOptions.plain());
        return target;
    }

    /** What was written of the history that was begun last; all that there is of one that could not be told to its end. */
    public Optional<Ledger> ledgerBegunLast() {
        return begunLast;
    }

    private static EnvironmentFailure cannotGoBack() {
        return new EnvironmentFailure(
                "This scenario begins more than once from one history, and the control plane cannot be"
                        + " put back: the target names no command for it; add control-plane.keep and control-plane.restore to its"
                        + " file");
    }

    @Override
    public void close() {
        environment.close();
    }
}
