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
    public List<Evidence> of(Environment laboratory, TestbedPool testbeds) {
        var cluster = laboratory.controlPlane().address();
        keep("the events of the cluster", "cluster-events.json", () -> ClusterState.events(cluster));
        keep("the custom objects of the cluster", "cluster-objects.txt", () -> ClusterState.customObjects(cluster));
        keep(
                "schema and rows of the package cache",
                "database.sql",
                () -> DatabaseDump.of(laboratory.database().address()));
        keep("the refs of every git repository", "git-refs.txt", () -> GitRefDump.of(laboratory.git()));
        Stream.of(laboratory.controlPlane(), laboratory.git(), laboratory.database(), laboratory.links())
                .filter(HasLogs.class::isInstance)
                .map(HasLogs.class::cast)
                .forEach(this::keepLogs);
        running(laboratory).forEach(this::ofSystem);
        keep("what ran, with versions", "versions.txt", () -> versions(laboratory, testbeds));
        kept.add(new Evidence(JournalWriter.NAME, "the journal of the whole drill", null));
        return List.copyOf(kept);
    }

    /** What runs, or has ended by itself; what was ended has nothing to say of this scenario. */
    private static Stream<SystemUnderTest> running(Environment laboratory) {
        return Stream.of(laboratory.system(), laboratory.author())
                .distinct()
                .filter(system -> system.startedAt().isPresent());
    }

    private void ofSystem(SystemUnderTest system) {
        system.ability(HasLogs.class).ifPresent(this::keepLogs);
        system.ability(Journals.class)
                .ifPresent(journals -> record.keep(scenario, "the recovery's steps", journals.file())
                        .forEach(kept::add));
    }

    private static String versions(Environment laboratory, TestbedPool testbeds) {
        EnvironmentReport environment = testbeds.environment(laboratory.system().product());
        StringBuilder text = new StringBuilder();
        text.append(line("control plane", environment.controlPlane()));
        text.append(line("git server", environment.git()));
        text.append(line("package cache", environment.database()));
        text.append(line("links", environment.links()));
        text.append(line("system", environment.system()));
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
