package dev.firedrill.scenarios.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.resource.Resource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunOrderTest {
    private static final String FEATURE = """
            Feature: One
              Scenario: a history of its own
                Given history 7 of the seed, and the disaster that was drawn with it
              Scenario: the cluster is lost
                When the control plane is lost, git is intact and the package cache is intact
              Scenario: both
                When the control plane is restored to P1, git is lost and the package cache is lost
              Scenario: the cache is put back
                When the package cache is put back to the time of the second mark, told as it is
              Scenario: nothing is lost
                Given the standard history with its recovery points P1 and P2
                When the orchestrator is killed while idle, and started again
              Scenario: git is lost
                When the control plane is intact, git is lost and the package cache is intact
              Scenario: the cluster was lost before
                Given the standard history with its recovery points P1 and P2
                And the cluster was lost
              Scenario: the cache is lost
                When the control plane is intact, git is intact and the package cache is lost
            """;

    @Test
    void scenariosThatReplaceTheSameStoresFollowOneAnotherInTheOrderOfTheirFile() {
        assertThat(new RunOrder().orderPickles(pickles(FEATURE)))
                .extracting(Pickle::getName)
                .containsExactly(
                        "nothing is lost",
                        "git is lost",
                        "the cache is put back",
                        "the cache is lost",
                        "both",
                        "the cluster is lost",
                        "the cluster was lost before",
                        "a history of its own");
    }

    @Test
    void scenariosWhoseOrchestratorPushesDraftsAreSpreadOut() {
        String pushing =
                "Given the standard history of an orchestrator that pushes drafts to git, with its recovery points";
        String other = "Given the standard history with its recovery points P1 and P2";
        String feature = "Feature: One\n"
                + Stream.of(pushing, pushing, other, other, other, other, other, other)
                        .map(first -> "  Scenario: " + (first.equals(pushing) ? "pushing" : "other") + "\n    " + first)
                        .collect(Collectors.joining("\n"));
        assertThat(new RunOrder().orderPickles(pickles(feature)))
                .extracting(Pickle::getName)
                .containsExactly("other", "other", "pushing", "other", "other", "pushing", "other", "other");
    }

    @Test
    void theWordsOfTheFeaturesAreUnderstood() throws IOException {
        List<Pickle> shipped = new ArrayList<>(pickles(feature("random/random-histories.feature")));
        shipped.addAll(pickles(feature("matrix/skew-matrix.feature")));
        List<String> replaced = new RunOrder()
                .orderPickles(shipped).stream().map(RunOrderTest::replacedBy).toList();

        assertThat(replaced).containsSubsequence("", "cache", "cluster, cache", "cluster", "everything");
        assertThat(changes(replaced)).as("from one kind to another").isEqualTo(4);
    }

    @Test
    void noTwoScenariosOfTheFeaturesWhoseOrchestratorPushesDraftsFollowOneAnother() throws IOException {
        List<Pickle> shipped = new ArrayList<>(pickles(feature("goals/9-drafts-in-git.feature")));
        shipped.addAll(pickles(feature("matrix/skew-matrix.feature")));
        List<Boolean> pushing = new RunOrder()
                .orderPickles(shipped).stream().map(RunOrderTest::pushesDrafts).toList();

        assertThat(pushing).filteredOn(Boolean::booleanValue).hasSize(7);
        assertThat(IntStream.range(1, pushing.size())).noneMatch(index -> pushing.get(index) && pushing.get(index - 1));
    }

    private static boolean pushesDrafts(Pickle pickle) {
        return pickle.getSteps().get(0).getText().contains("pushes drafts");
    }

    /** What the name of a cell of the matrix, or of a history, says of it. */
    private static String replacedBy(Pickle pickle) {
        String name = pickle.getName();
        if (name.startsWith("History ")) {
            return "everything";
        }
        List<String> replaced = new ArrayList<>();
        if (!name.startsWith("Control plane intact")) {
            replaced.add("cluster");
        }
        if (!name.endsWith("package cache intact")) {
            replaced.add("cache");
        }
        return String.join(", ", replaced);
    }

    private static long changes(List<String> row) {
        return IntStream.range(1, row.size())
                .filter(index -> !row.get(index).equals(row.get(index - 1)))
                .count();
    }

    private static String feature(String name) throws IOException {
        return Files.readString(Path.of("..", "features").resolve(name));
    }

    private static List<Pickle> pickles(String text) {
        return new FeatureParser(UUID::randomUUID)
                .parseResource(new Resource() {
                    @Override
                    public URI getUri() {
                        return URI.create("file:///one.feature");
                    }

                    @Override
                    public InputStream getInputStream() {
                        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
                    }
                })
                .orElseThrow()
                .getPickles();
    }
}
