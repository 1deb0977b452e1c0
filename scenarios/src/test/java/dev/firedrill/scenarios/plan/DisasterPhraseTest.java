package dev.firedrill.scenarios.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.model.Fate;
import dev.firedrill.model.GitFate;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.model.Store;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisasterPhraseTest {
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-01-01T00:00:00Z");
    private static final List<String> REPOSITORIES = List.of("packages", "catalog");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "the control plane is lost; lost, git intact, package cache intact",
                "the control plane is lost and git is restored to P1; lost, git restored to P1, package cache intact",
                "the control plane was restored to P2; restored to P2, git intact, package cache intact",
                "git is restored to P1 and the package cache is lost; intact, git restored to P1, package cache lost",
                "the control plane is lost, git is intact and the package cache is restored to P2;"
                        + " lost, git intact, package cache restored to P2",
                "control plane and git are restored to P1, and the package cache is lost;"
                        + " restored to P1, git restored to P1, package cache lost",
                "the control plane is restored to P1 while the orchestrator is running;"
                        + " restored to P1, git intact, package cache intact"
            })
    void what_is_not_named_is_intact(String words, String plan) {
        assertThat(plan(words).inWords()).isEqualTo("control plane " + plan.strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git is lost and git is restored to P1",
                "control plane and git are lost and the control plane is restored to P1",
                "the package cache is lost and the package cache is restored to the time at which its own clock showed P1",
                "the git repository \"packages\" is removed and the git repository \"packages\" is emptied",
                "the control plane is lost and its resource versions pass those from before the restore"
            })
    void two_fates_for_one_thing_are_refused_and_not_the_last_one_taken(String words) {
        assertThatThrownBy(() -> DisasterPhrase.in(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void git_repositories_have_fates_of_their_own() {
        assertThat(plan("the git repository \"packages\" is emptied and its branch is created again"
                                + " and the git repository \"catalog\" is without its tags for a while")
                        .disaster()
                        .gitRepositories())
                .isEqualTo(Map.of(
                        "packages", new GitFate.EmptiedWithBranchCreation(),
                        "catalog", new GitFate.TagsMissingForAWhile()));
    }

    @Test
    void every_git_repository_is_each_of_them() {
        assertThat(plan("every git repository is out of reach").disaster().gitRepositories())
                .isEqualTo(Map.of("packages", new GitFate.Unreachable(), "catalog", new GitFate.Unreachable()));
    }

    @Test
    void a_cache_that_is_restored_by_its_own_clock_is_restored_by_a_time() {
        DisasterPlan plan = plan("the package cache is restored to the time at which its own clock showed P2");

        assertThat(plan.disaster().database()).isEqualTo(Fate.restored(new RecoveryPoint("P2")));
        assertThat(plan.restores().moments()).isEqualTo(Map.of(new RecoveryPoint("P2"), TIME));
    }

    @Test
    void resource_versions_may_pass_those_from_before_the_restore() {
        String restored = "the control plane is restored to P2";

        assertThat(plan(restored).restores().resourceVersionsPass()).isFalse();
        assertThat(plan(restored + " and its resource versions pass those from before the restore")
                        .restores()
                        .resourceVersionsPass())
                .isTrue();
    }

    @Test
    void a_store_that_is_intact_is_not_replaced() {
        assertThat(DisasterPhrase.in("the control plane is intact, git is lost and the package cache is restored to P1")
                        .orElseThrow()
                        .replaced())
                .containsExactly(Store.GIT, Store.DATABASE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the control plane is gone",
                "the control plane is lost for a while",
                "the package cache was restored to before the markers",
                "the orchestrator is killed while it is idle, and started again",
                "somebody says that git is lost"
            })
    void other_sentences_are_no_disasters(String words) {
        assertThat(DisasterPhrase.in(words)).isEmpty();
    }

    private static DisasterPlan plan(String words) {
        return DisasterPhrase.in(words).orElseThrow().plan(() -> REPOSITORIES, point -> TIME);
    }
}
