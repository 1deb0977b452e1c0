package dev.firedrill.scenarios.testbed;

import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.model.Product;
import dev.firedrill.reports.result.EnvironmentReport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The benches of a drill: each an environment with the histories that were written in it. As many exist as scenarios run at
 * a time, and as many again for histories of an orchestrator that pushes drafts to git, should there be scenarios of that;
 * a scenario borrows one and brings it back. Of stores that are not the harness's own there is one bench at a time; and one
 * that cannot go back to the end of its history serves one scenario only.
 */
public final class TestbedPool implements AutoCloseable {
    private final ProcessSupervisor supervisor;
    private final EnvironmentSpec forms;
    private final SystemForms systems;
    private final int repositories;
    private final Deque<Testbed> free = new ArrayDeque<>();
    private final List<Testbed> all = new ArrayList<>();
    private final Environment first;
    private Optional<KeptTestbed> standing = Optional.empty();

    /**
     * Starts the first bench, so that a broken environment is known before any scenario begins.
     *
     * @param repositories how many repositories the standard history has
     */
    public TestbedPool(ProcessSupervisor supervisor, EnvironmentSpec forms, int repositories) {
        this(supervisor, forms, SystemForms.of(forms), repositories);
    }

    /** The same for a form of the system that {@code forms} has no name for. */
    public TestbedPool(ProcessSupervisor supervisor, EnvironmentSpec forms, SystemForms systems, int repositories) {
        this.supervisor = supervisor;
        this.forms = forms;
        this.systems = systems;
        this.repositories = repositories;
        Testbed testbed = open(false);
        first = testbed.environment();
        free.push(testbed);
    }

    /**
     * What stands behind each role.
     *
     * @param broken the deliberately wrong recovery that is drilled, if one is
     */
    public EnvironmentReport environment(Optional<String> broken) {
        return environment(first.product(broken));
    }

    /** The same with {@code system} as what is judged. */
    EnvironmentReport environment(Product system) {
        return new EnvironmentReport(
                first.controlPlane().product(),
                first.git().product(),
                first.database().product(),
                first.links().product(),
                system);
    }

    /** The versions of what is below the roles, by name. */
    public Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>(EnvironmentFactory.versions(supervisor, forms));
        versions.put("Java", Runtime.version().toString());
        versions.put("operating system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return versions;
    }

    /** Whether somebody stopped the drill; benches have no stores any more. */
    public boolean stopped() {
        return supervisor.closed();
    }

    /** What holds everything that the benches started. */
    public ProcessSupervisor supervisor() {
        return supervisor;
    }

    /** Lets a bench stand as it is for a person to look at; only the first is kept, further ones go back into use. */
    public synchronized boolean leaveStanding(Testbed testbed, String scenario) {
        if (standing.isEmpty()) {
            standing = Optional.of(new KeptTestbed(testbed, scenario));
            return true;
        }
        return false;
    }

    /** What stands as a failed scenario left it, in words that say how to get at it. */
    public synchronized Optional<String> standing() {
        return standing.map(kept -> kept.describe(supervisor));
    }

    /**
     * A bench that nobody else uses; started when none is free.
     *
     * @param pushesDrafts whether its histories are those of an orchestrator that pushes drafts to git
     * @param broken the deliberately wrong recovery that is judged there, if one is
     */
    public Testbed borrow(boolean pushesDrafts, Optional<String> broken) {
        Testbed testbed = borrow(pushesDrafts);
        testbed.environment().judge(broken);
        return testbed;
    }

    private Testbed borrow(boolean pushesDrafts) {
        synchronized (this) {
            Optional<Testbed> fitting = free.stream()
                    .filter(testbed -> testbed.pushesDrafts() == pushesDrafts)
                    .findFirst();
            if (fitting.isPresent()) {
                free.remove(fitting.get());
                return fitting.get();
            }
            if (forms.usesExisting()) {
                List.copyOf(free).forEach(this::retire);
            }
        }
        return open(pushesDrafts);
    }

    /** Takes a bench back; one that cannot go back to the end of its history is closed. */
    public synchronized void giveBack(Testbed testbed) {
        if (testbed.environment().rewinds()) {
            free.push(testbed);
        } else {
            retire(testbed);
        }
    }

    /** Closes every bench that nobody uses, so that the next scenario gets stores that nothing has happened to. */
    public synchronized void retireIdle() {
        List.copyOf(free).forEach(this::retire);
    }

    /** Closes a bench that cannot serve another scenario. */
    public synchronized void retire(Testbed testbed) {
        free.remove(testbed);
        all.remove(testbed);
        testbed.close();
    }

    private Testbed open(boolean pushesDrafts) {
        Testbed testbed =
                Testbed.open(supervisor, forms, systems, repositories, supervisor.newName("testbed"), pushesDrafts);
        synchronized (this) {
            all.add(testbed);
        }
        return testbed;
    }

    @Override
    public synchronized void close() {
        all.forEach(Testbed::close);
    }
}
