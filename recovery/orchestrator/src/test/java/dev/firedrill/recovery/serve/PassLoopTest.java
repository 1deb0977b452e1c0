package dev.firedrill.recovery.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.recovery.engine.User;
import dev.firedrill.recovery.fake.Requests;
import dev.firedrill.recovery.fake.Samples;
import dev.firedrill.recovery.model.Lifecycle;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class PassLoopTest extends PassLoopFixture {
    @Test
    void is_ready_after_a_complete_pass_that_began_after_the_time_asked_for() {
        assertThat(pages.ready(Optional.empty()).good()).isFalse();
        loop.start();
        await(() -> pages.ready(Optional.empty()).good());
        Instant now = Instant.now();
        await(() -> pages.ready(Optional.of(now)).good());
        assertThat(pages.ready(Optional.of(now.plusSeconds(3600))).good()).isFalse();
    }

    @Test
    void a_store_that_does_not_answer_is_said_and_the_loop_goes_on_by_itself() {
        cluster.failure = "The control plane does not answer; is it running?";
        loop.start();
        await(() -> !state.problems().isEmpty());
        assertThat(state.problems()).containsExactly(cluster.failure);
        assertThat(pages.ready(Optional.empty()).good()).isFalse();
        cluster.failure = "";
        await(() -> pages.ready(Optional.empty()).good());
        assertThat(state.problems()).isEmpty();
    }

    @Test
    void a_git_repository_that_does_not_answer_leaves_rows_shown_and_is_in_status_and_condition() {
        loop.start();
        await(() -> pages.ready(Optional.empty()).good());
        engine.create(Requests.init("blue", "upf", "v1"), User.nobody());
        git.failure = "git.example.org does not answer; check the network";
        Instant now = Instant.now();
        pages.ready(Optional.of(now));
        await(() -> !state.problems().isEmpty());
        assertThat(pages.ready(Optional.of(now)).good()).isFalse();
        assertThat(engine.list()).hasSize(1);
        JsonNode repository = pages.status().path("repositories").get(0);
        assertThat(repository.path("ready").asBoolean()).isFalse();
        assertThat(repository.path("message").asText()).isEqualTo(git.failure);
        assertThat(cluster.repositoryStatuses.get("blue").ready()).isFalse();
        git.failure = "";
        await(() -> pages.ready(Optional.of(now)).good());
        assertThat(cluster.repositoryStatuses.get("blue").ready()).isTrue();
    }

    @Test
    void an_object_that_takes_no_status_keeps_no_other_from_hearing_how_it_stands() {
        cluster.refused = "blue";
        loop.start();
        await(() -> pages.ready(Optional.empty()).good());
        assertThat(state.problems()).containsExactly("the status of 'blue' is refused");
        assertThat(cluster.repositoryStatuses.get("edge").ready()).isTrue();
    }

    @Test
    void a_variant_that_takes_no_status_keeps_no_other_from_hearing_how_it_stands() {
        cluster.variants.put("v", variant());
        cluster.refused = "v";
        loop.start();
        await(() -> pages.ready(Optional.empty()).good());
        assertThat(pages.status().path("variants").get(0).path("message").asText())
                .contains("the status of 'v' is refused", "upf");
        assertThat(cluster.repositoryStatuses.get("blue").ready()).isTrue();
    }

    @Test
    void a_cache_that_does_not_answer_is_in_the_condition_of_each_repository() {
        loop.start();
        await(() -> pages.ready(Optional.empty()).good());
        cache.failure = "The package cache lacks the table packages; restore Porch's schema.";
        queue.requestPass();
        await(() -> !cluster.repositoryStatuses.get("blue").ready());
        assertThat(cluster.repositoryStatuses.get("blue").message()).isEqualTo(cache.failure);
        await(() -> !state.problems().isEmpty());
        assertThat(pages.ready(Optional.empty()).good()).isFalse();
        cache.failure = "";
        await(() -> cluster.repositoryStatuses.get("blue").ready());
    }

    @Test
    void a_repository_is_synchronised_anew_after_a_store_was_away_even_if_nothing_had_to_be_done() {
        loop.start();
        await(() -> pages.ready(Optional.empty()).good());
        cache.failure = "The package cache does not answer; is it running?";
        queue.requestPass();
        await(() -> !cluster.repositoryStatuses.get("blue").ready());
        int freshened = cluster.freshened;
        cache.failure = "";
        awaitPass();
        assertThat(cluster.freshened).isEqualTo(freshened + 2);
        awaitPass();
        assertThat(cluster.freshened).isEqualTo(freshened + 2);
    }

    @Test
    void an_idle_pass_writes_nothing() {
        loop.start();
        await(() -> pages.ready(Optional.empty()).good());
        engine.create(Requests.init("blue", "upf", "v1"), User.nobody());
        awaitPass();
        int statusWrites = cluster.statusWrites;
        int rowWrites = cache.writes;
        awaitPass();
        awaitPass();
        assertThat(cluster.statusWrites).isEqualTo(statusWrites);
        assertThat(cache.writes).isEqualTo(rowWrites);
    }

    @Test
    void an_idle_pass_reads_the_cache_once_for_the_pass_and_not_again_for_the_variants() throws Exception {
        cluster.variants.put("v", variant());
        BlockingQueue<Integer> readings = new LinkedBlockingQueue<>();
        reconciliation.afterReading = () -> readings.add(cache.readings);
        loop.start();
        queue.requestPass();
        int first = readings.take();
        queue.requestPass();
        assertThat(readings.take() - first).isEqualTo(FakeReconciliation.readings(2));
    }

    @Test
    void a_write_of_a_user_after_the_pass_has_read_lets_the_variants_read_again() throws Exception {
        cluster.variants.put("v", variant());
        BlockingQueue<Integer> readings = new LinkedBlockingQueue<>();
        reconciliation.afterReading = () -> {
            readings.add(cache.readings);
            queue.requestVariants();
        };
        loop.start();
        int first = readings.take();
        queue.requestPass();
        assertThat(readings.take() - first).isGreaterThan(FakeReconciliation.readings(2));
    }

    @Test
    void a_write_of_a_user_wakes_the_variants_without_a_pass() {
        cluster.variants.put("v", variant());
        loop.start();
        await(() -> pages.ready(Optional.empty()).good());
        assertThat(cluster.variantStatuses.get("v").stalled()).isTrue();
        int passes = reconciliation.passes.get();
        engine.create(Requests.init("blue", "upf", "v1"), User.nobody());
        engine.update("blue.upf.v1", Requests.change(engine.get("blue.upf.v1"), Lifecycle.PROPOSED), User.nobody());
        engine.approve("blue.upf.v1", Optional.empty(), Lifecycle.PUBLISHED, User.nobody());
        await(() -> cluster.variantStatuses.get("v").ready());
        assertThat(engine.get("edge.site.upf.packagevariant-1").lifecycle()).isEqualTo(Lifecycle.DRAFT);
        assertThat(reconciliation.passes.get()).isEqualTo(passes);
        await(() -> pages.ready(Optional.empty()).good());
        assertThat(pages.status().path("variants").get(0).path("ready").asBoolean())
                .isTrue();
    }

    @Test
    void a_repository_that_goes_quarantines_its_rows_and_they_return_with_it() {
        loop.start();
        await(() -> pages.ready(Optional.empty()).good());
        engine.create(Requests.init("blue", "upf", "v1"), User.nobody());
        cluster.repositories.remove("blue");
        awaitPass();
        assertThat(engine.list()).isEmpty();
        assertThat(pages.status().path("quarantined").toString()).isEqualTo("[{\"repository\":\"blue\",\"rows\":1}]");
        cluster.repositories.put("blue", Samples.repository("blue"));
        awaitPass();
        assertThat(engine.list()).hasSize(1);
    }

    @Test
    void a_control_plane_that_went_back_in_time_is_reported_to_anew() {
        cluster.resourceVersion = "500";
        loop.start();
        await(() -> pages.ready(Optional.empty()).good());
        int writes = cluster.statusWrites;
        cluster.resourceVersion = "400";
        awaitPass();
        assertThat(cluster.statusWrites).isEqualTo(writes + 2);
    }

    @Test
    void a_control_plane_that_was_away_is_reported_to_anew_whatever_its_resource_version() {
        cluster.resourceVersion = "500";
        loop.start();
        await(() -> pages.ready(Optional.empty()).good());
        cache.failure = "The package cache does not answer; is it running?";
        cluster.failure = "The control plane does not answer; is it running?";
        queue.requestPass();
        await(() -> state.problems().contains(cluster.failure));
        int freshened = cluster.freshened;
        cluster.resourceVersion = "700";
        cache.failure = "";
        cluster.failure = "";
        awaitPass();
        assertThat(cluster.freshened).isEqualTo(freshened + 2);
    }

    @Test
    void a_defect_in_a_pass_does_not_end_the_loop() {
        reconciliation.defect = true;
        loop.start();
        await(() -> !state.problems().isEmpty());
        assertThat(state.problems().get(0)).contains("its log says why");
        reconciliation.defect = false;
        await(() -> pages.ready(Optional.empty()).good());
    }

    @Test
    void an_invalid_repository_is_in_the_status() {
        cluster.invalid.put("odd", "its spec.git is missing; add it");
        loop.start();
        await(() -> pages.ready(Optional.empty()).good());
        assertThat(pages.status().path("repositories").findValuesAsText("name")).contains("odd");
        assertThat(pages.status().path("pass").path("number").asInt()).isPositive();
    }
}
