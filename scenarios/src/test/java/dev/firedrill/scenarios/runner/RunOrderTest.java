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
              @random
              Scenario: a history of its own
                Given history 7 of the seed, with its disaster
              Scenario: the control plane is lost
                When the control plane is lost, git is intact and the package cache is intact
              Scenario: both
                When the control plane is restored to P1, git is lost and the package cache is lost
              @time
              Scenario: the cache is restored to a time
                When the package cache is restored to the timestamp of the second marker, given to the microsecond
              Scenario: nothing is lost
                Given the standard history with its recovery points P1 and P2
                When the orchestrator is killed while it is idle, and started again
              Scenario: git is lost
                When git is lost
              Scenario: the control plane was lost before
                Given the standard history with its recovery points P1 and P2
                And the control plane was lost
              Scenario: the cache is lost
                When the package cache is lost
            """;

    @Test
    void scenarios_that_replace_the_same_stores_follow_one_another_in_the_order_of_their_file() {
        assertThat(new RunOrder().orderPickles(pickles(FEATURE)))
                .extracting(Pickle::getName)
                .containsExactly(
                        "nothing is lost",
                        "git is lost",
                        "the cache is restored to a time",
                        "the cache is lost",
                        "both",
                        "the control plane is lost",
                        "the control plane was lost before",
                        "a history of its own");
    }

    @Test
    void scenarios_whose_orchestrator_pushes_drafts_are_spread_out() {
        String feature = "Feature: One\n"
                + Stream.of("pushing", "pushing", "other", "other", "other", "other", "other", "other")
                        .map(name -> (name.equals("pushing") ? "  @pushes-drafts\n" : "") + "  Scenario: " + name
                                + "\n    Given the standard history with its recovery points P1 and P2")
                        .collect(Collectors.joining("\n"));
        assertThat(new RunOrder().orderPickles(pickles(feature)))
                .extracting(Pickle::getName)
                .containsExactly("other", "other", "pushing", "other", "other", "pushing", "other", "other");
    }

    @Test
    void the_disasters_of_the_features_are_understood() throws IOException {
        List<Pickle> shipped = new ArrayList<>(pickles(feature("random/random-histories.feature")));
        shipped.addAll(pickles(feature("matrix/skew-matrix.feature")));
        List<String> replaced = new RunOrder()
                .orderPickles(shipped).stream().map(RunOrderTest::replacedBy).toList();

        assertThat(replaced).containsSubsequence("", "cache", "cluster, cache", "cluster", "everything");
        assertThat(changes(replaced)).as("from one kind to another").isEqualTo(4);
    }

    @Test
    void no_two_scenarios_of_the_features_whose_orchestrator_pushes_drafts_follow_one_another() throws IOException {
        List<Pickle> shipped = new ArrayList<>(pickles(feature("disasters/git-with-drafts.feature")));
        shipped.addAll(pickles(feature("matrix/skew-matrix.feature")));
        List<Boolean> pushing = new RunOrder()
                .orderPickles(shipped).stream().map(RunOrderTest::pushesDrafts).toList();

        assertThat(pushing).filteredOn(Boolean::booleanValue).hasSize(7);
        assertThat(IntStream.range(1, pushing.size())).noneMatch(index -> pushing.get(index) && pushing.get(index - 1));
    }

    private static boolean pushesDrafts(Pickle pickle) {
        return pickle.getSteps().get(0).getText().contains("that pushes drafts");
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
