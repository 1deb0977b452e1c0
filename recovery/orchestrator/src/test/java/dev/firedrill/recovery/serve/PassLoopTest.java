package dev.firedrill.recovery.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.recovery.engine.ChangeListener;
import dev.firedrill.recovery.engine.PackageEngine;
import dev.firedrill.recovery.engine.User;
import dev.firedrill.recovery.fake.EngineFixture;
import dev.firedrill.recovery.fake.FakeCache;
import dev.firedrill.recovery.fake.FakeCluster;
import dev.firedrill.recovery.fake.FakeGit;
import dev.firedrill.recovery.fake.Requests;
import dev.firedrill.recovery.fake.Samples;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.variant.VariantController;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PassLoopTest {
    private final FakeCache cache = new FakeCache();
    private final FakeGit git = new FakeGit();
    private final FakeCluster cluster = new FakeCluster();
    private final FakeReconciliation alignment = new FakeReconciliation(cache, git, cluster);
    private final WorkQueue queue = new WorkQueue();
    private final OrchestratorState state = new OrchestratorState();
    private final ProcessPages pages = new ProcessPages(state, queue, Clock.systemUTC());
    private final PackageEngine engine = new PackageEngine(
            cache, git, state, Samples.NAMESPACE, Journal.none(), Clock.systemUTC(), new ChangeListener() {
                @Override
                public void rowsChanged() {
                    queue.requestVariants();
                }

                @Override
                public void storesMayDisagree() {
                    queue.requestPass();
                }
            });
    private final Thread loop = new Thread(this::run, "loop");

    private void run() {
        try {
            new PassLoop(
                            alignment,
                            new VariantReconcileLoop(
                                    engine, cluster, new VariantController(engine, cluster, Journal.none())),
                            cluster,
                            state,
                            queue,
                            Clock.systemUTC(),
                            Duration.ofSeconds(20))
                    .run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @BeforeEach
    void register() {
        cluster.repositories.put("blue", Samples.repository("blue"));
        cluster.repositories.put("edge", Samples.repository("edge"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        queue.stop();
        loop.join();
    }

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
    void an_idle_pass_reads_the_cache_once_for_the_alignment_and_not_again_for_the_variants() throws Exception {
        cluster.variants.put("v", variant());
        BlockingQueue<Integer> readings = new LinkedBlockingQueue<>();
        alignment.afterReading = () -> readings.add(cache.readings);
        loop.start();
        queue.requestPass();
        int first = readings.take();
        queue.requestPass();
        assertThat(readings.take() - first).isEqualTo(FakeReconciliation.readings(2));
    }

    @Test
    void a_write_of_a_user_after_the_alignment_has_read_lets_the_variants_read_again() throws Exception {
        cluster.variants.put("v", variant());
        BlockingQueue<Integer> readings = new LinkedBlockingQueue<>();
        alignment.afterReading = () -> {
            readings.add(cache.readings);
            queue.requestVariants();
        };
        loop.start();
        int first = readings.take();
        queue.requestPass();
        assertThat(readings.take() - first).isGreaterThan(FakeReconciliation.readings(2));
    }

    @Test
    void a_write_of_a_user_wakes_the_variants_without_an_alignment() {
        cluster.variants.put("v", variant());
        loop.start();
        await(() -> pages.ready(Optional.empty()).good());
        assertThat(cluster.variantStatuses.get("v").stalled()).isTrue();
        int passes = alignment.passes.get();
        engine.create(Requests.init("blue", "upf", "v1"), User.nobody());
        engine.update("blue.upf.v1", Requests.change(engine.get("blue.upf.v1"), Lifecycle.PROPOSED), User.nobody());
        engine.approve("blue.upf.v1", Optional.empty(), Lifecycle.PUBLISHED, User.nobody());
        await(() -> cluster.variantStatuses.get("v").ready());
        assertThat(engine.get("edge.site.upf.packagevariant-1").lifecycle()).isEqualTo(Lifecycle.DRAFT);
        assertThat(alignment.passes.get()).isEqualTo(passes);
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
        alignment.defect = true;
        loop.start();
        await(() -> !state.problems().isEmpty());
        assertThat(state.problems().get(0)).contains("its log says why");
        alignment.defect = false;
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

    private void awaitPass() {
        Instant now = Instant.now();
        await(() -> pages.ready(Optional.of(now)).good());
    }

    @Test
    void an_owner_that_is_not_there_is_kept_and_not_shown_until_it_is_back() {
        OwnerReference dead = owner("config.porch.kpt.dev/v1alpha1", "PackageVariant", "gone", "uid-of-gone");
        OwnerReference other = owner("v1", "ConfigMap", "settings", "uid-of-settings");
        CachedRevision row = new EngineFixture().draft("blue", "upf", "v1");
        cache.insert(row.withMetadata(row.metadata().withOwners(List.of(dead, other))));
        loop.start();
        await(() -> pages.ready(Optional.empty()).good());
        assertThat(owners()).isEmpty();
        // Whoever read the revision without its owners and writes it back has not taken them away.
        CachedRevision seen = engine.shown(engine.get("blue.upf.v1"));
        engine.update("blue.upf.v1", Requests.change(seen, Lifecycle.PROPOSED), User.nobody());
        assertThat(engine.get("blue.upf.v1").metadata().owners()).containsExactly(dead, other);
        cluster.objects.add("uid-of-settings");
        awaitPass();
        assertThat(owners()).containsExactly(other);
        cluster.variants.put("gone", variant("gone", "uid-of-gone"));
        awaitPass();
        assertThat(owners()).containsExactly(dead, other);
    }

    private List<OwnerReference> owners() {
        return engine.shown(engine.get("blue.upf.v1")).metadata().owners();
    }

    private static OwnerReference owner(String api, String kind, String name, String uid) {
        return new OwnerReference(api, kind, name, uid, false, false);
    }

    private static Variant variant() {
        return variant("v", "uid-1");
    }

    private static Variant variant(String name, String uid) {
        return new Variant(
                Samples.NAMESPACE,
                name,
                uid,
                1,
                false,
                "blue",
                "upf",
                Optional.of("v1"),
                "edge",
                "site/upf",
                false,
                false,
                Map.of(),
                Map.of(),
                Map.of(),
                "{}");
    }

    /** Yields to the loop until something is so; the test's time limit ends what never becomes so. */
    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
            Thread.yield();
        }
    }
}
