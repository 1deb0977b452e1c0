package dev.firedrill.scenarios.testbed;

import dev.firedrill.environments.evidence.ClusterState;
import dev.firedrill.environments.evidence.DatabaseDump;
import dev.firedrill.environments.evidence.GitRefDump;
import dev.firedrill.environments.role.HasLogs;
import dev.firedrill.environments.role.system.Journals;
import dev.firedrill.environments.role.system.SystemUnderTest;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.Product;
import dev.firedrill.reports.JournalWriter;
import dev.firedrill.reports.result.EnvironmentReport;
import dev.firedrill.reports.result.Evidence;
import dev.firedrill.scenarios.recording.DrillRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything the stores of a failed scenario say, kept before they are put back for the next one. */
public final class EvidenceCollector {
    private final DrillRecord record;
    private final String scenario;
    private final List<Evidence> kept = new ArrayList<>();

    public EvidenceCollector(DrillRecord record, String scenario) {
        this.record = record;
        this.scenario = scenario;
    }

    /** Reads what can be read; a store that does not answer leaves the reason in the place of what it holds. */
    public List<Evidence> of(Environment environment, TestbedPool testbeds) {
        var cluster = environment.controlPlane().address();
        keep("the events of the cluster", "cluster-events.json", () -> ClusterState.events(cluster));
        keep("the custom objects of the cluster", "cluster-objects.txt", () -> ClusterState.customObjects(cluster));
        keep(
                "schema and rows of the package cache",
                "database.sql",
                () -> DatabaseDump.of(environment.database().address()));
        keep("the refs of every git repository", "git-refs.txt", () -> GitRefDump.of(environment.git()));
        Stream.of(environment.controlPlane(), environment.git(), environment.database(), environment.links())
                .filter(HasLogs.class::isInstance)
                .map(HasLogs.class::cast)
                .forEach(this::keepLogs);
        running(environment).forEach(this::ofSystem);
        keep("what ran, with versions", "versions.txt", () -> versions(environment, testbeds));
        kept.add(new Evidence(JournalWriter.NAME, "the journal of the whole drill", null));
        return List.copyOf(kept);
    }

    /** What runs, or has ended by itself; what was ended has nothing to say of this scenario. */
    private static Stream<SystemUnderTest> running(Environment environment) {
        return Stream.of(environment.system(), environment.author())
                .distinct()
                .filter(system -> system.startedAt().isPresent());
    }

    private void ofSystem(SystemUnderTest system) {
        system.ability(HasLogs.class).ifPresent(this::keepLogs);
        system.ability(Journals.class)
                .ifPresent(journals -> record.keep(scenario, "the recovery's steps", journals.file())
                        .forEach(kept::add));
    }

    private static String versions(Environment environment, TestbedPool testbeds) {
        EnvironmentReport roles = testbeds.environment(environment.system().product());
        StringBuilder text = new StringBuilder();
        text.append(line("control plane", roles.controlPlane()));
        text.append(line("git server", roles.git()));
        text.append(line("package cache", roles.database()));
        text.append(line("links", roles.links()));
        text.append(line("system", roles.system()));
        testbeds.versions().forEach((name, version) -> text.append(name + ": " + version + "\n"));
        return text.toString();
    }

    private static String line(String role, Product product) {
        return role + ": " + product.product() + " " + product.version() + " (" + product.form() + ", "
                + (product.real() ? "real" : "stand-in") + ")\n";
    }

    private void keepLogs(HasLogs role) {
        try {
            role.logs().forEach((name, log) -> keep("what " + name + " logged", name + ".log", () -> log));
        } catch (EnvironmentFailure gone) {
            keep("why a log is missing", "logs-missing.txt", () -> String.valueOf(gone.getMessage()));
        }
    }

    private void keep(String title, String file, Supplier<String> text) {
        String content;
        try {
            content = text.get();
        } catch (EnvironmentFailure unreadable) {
            content = unreadable.getMessage() + "\n";
        }
        kept.add(record.keep(scenario, title, file, content));
    }
}
