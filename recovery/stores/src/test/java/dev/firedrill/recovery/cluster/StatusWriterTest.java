package dev.firedrill.recovery.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RepositoryStatus;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.model.VariantStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusWriterTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Clock LATER = Clock.offset(NOW, Duration.ofHours(1));
    private static final RepositoryStatus READY =
            new RepositoryStatus(true, "Ready", "in line.", 3, Optional.of("abc"), false);

    private static Repository repository(Optional<ObjectNode> status, Optional<String> runOnceAt) {
        ObjectNode object = Json.object();
        status.ifPresent(present -> object.set("status", present));
        return new Repository(
                "ns",
                "r1",
                "u",
                2,
                false,
                "http://g",
                "main",
                false,
                "",
                Optional.empty(),
                false,
                runOnceAt,
                Optional.empty(),
                Map.of(),
                Json.write(object));
    }

    private static RepositoryStatus with(RepositoryStatus status, boolean ready, boolean freshen) {
        return new RepositoryStatus(
                ready,
                ready ? "Ready" : "Error",
                status.message(),
                status.packageCount(),
                status.gitCommitHash(),
                freshen);
    }

    private static ObjectNode first() {
        return new StatusWriter(NOW)
                .of(repository(Optional.empty(), Optional.empty()), READY)
                .orElseThrow();
    }

    @Test
    void writes_once_and_then_only_what_changed() {
        ObjectNode first = first();
        assertThat(first.path("lastFullSyncTime").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(first.path("observedGeneration").asInt()).isEqualTo(2);
        assertThat(first.path("conditions").path(0).path("status").asText()).isEqualTo("True");
        StatusWriter later = new StatusWriter(LATER);
        Repository written = repository(Optional.of(first), Optional.empty());
        assertThat(later.of(written, READY)).isEmpty();
        assertThat(later.of(written, with(READY, true, true))
                        .orElseThrow()
                        .path("lastFullSyncTime")
                        .asText())
                .isEqualTo("2026-01-01T01:00:00Z");
    }

    @Test
    void a_repository_that_was_never_ready_has_no_time_of_a_good_pass() {
        ObjectNode failed = new StatusWriter(NOW)
                .of(repository(Optional.empty(), Optional.empty()), with(READY, false, false))
                .orElseThrow();

        assertThat(failed.has("lastFullSyncTime")).isFalse();
    }

    @Test
    void keeps_the_time_of_the_last_good_pass_and_of_the_transition() {
        Repository written = repository(Optional.of(first()), Optional.empty());
        ObjectNode failed =
                new StatusWriter(LATER).of(written, with(READY, false, false)).orElseThrow();
        assertThat(failed.path("lastFullSyncTime").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(failed.path("conditions").path(0).path("lastTransitionTime").asText())
                .isEqualTo("2026-01-01T01:00:00Z");
        RepositoryStatus other = new RepositoryStatus(true, "Ready", "other.", 3, Optional.of("abc"), false);
        assertThat(new StatusWriter(LATER)
                        .of(written, other)
                        .orElseThrow()
                        .path("conditions")
                        .path(0)
                        .path("lastTransitionTime")
                        .asText())
                .isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void where_git_is_out_of_reach_the_commit_that_was_seen_last_stays() {
        RepositoryStatus unreachable =
                new RepositoryStatus(false, "Error", "git does not answer.", 3, Optional.empty(), false);

        ObjectNode failed = new StatusWriter(LATER)
                .of(repository(Optional.of(first()), Optional.empty()), unreachable)
                .orElseThrow();

        assertThat(failed.path("gitCommitHash").asText()).isEqualTo("abc");
    }

    @Test
    void acknowledges_run_once_when_ready() {
        Repository asks = repository(Optional.of(first()), Optional.of("2025-12-31T00:00:00Z"));
        assertThat(new StatusWriter(LATER)
                        .of(asks, READY)
                        .orElseThrow()
                        .path("observedRunOnceAt")
                        .asText())
                .isEqualTo("2025-12-31T00:00:00Z");
        assertThat(new StatusWriter(LATER)
                        .of(asks, with(READY, false, false))
                        .orElseThrow()
                        .has("observedRunOnceAt"))
                .isFalse();
    }

    @Test
    void tolerates_what_others_wrote_and_what_servers_leave_out() {
        ObjectNode status = new StatusWriter(NOW)
                .of(
                        repository(Optional.empty(), Optional.empty()),
                        new RepositoryStatus(true, "Ready", "in line.", 0, Optional.of("abc"), false))
                .orElseThrow();
        status.remove("packageCount");
        status.put("foreign", "x");
        status.withArray("conditions").addObject().put("type", "Foreign").put("status", "True");
        assertThat(new StatusWriter(LATER)
                        .of(
                                repository(Optional.of(status), Optional.empty()),
                                new RepositoryStatus(true, "Ready", "in line.", 0, Optional.of("abc"), false)))
                .isEmpty();
    }

    @Test
    void says_of_variants_both_conditions() {
        Variant variant = new Variant(
                "ns",
                "v",
                "u",
                1,
                false,
                "a",
                "b",
                Optional.empty(),
                "c",
                "d",
                false,
                false,
                Map.of(),
                Map.of(),
                Map.of(),
                "{}");
        VariantStatus status = new VariantStatus(false, true, "NoErrors", "fine.", List.of("x"));
        ObjectNode written = new StatusWriter(NOW).of(variant, status).orElseThrow();
        assertThat(written.path("conditions").findValuesAsText("type")).containsExactly("Stalled", "Ready");
        assertThat(written.path("downstreamTargets").path(0).path("name").asText())
                .isEqualTo("x");
        Variant again = new Variant(
                "ns",
                "v",
                "u",
                1,
                false,
                "a",
                "b",
                Optional.empty(),
                "c",
                "d",
                false,
                false,
                Map.of(),
                Map.of(),
                Map.of(),
                "{\"status\":" + Json.write(written) + "}");
        assertThat(new StatusWriter(LATER).of(again, status)).isEmpty();
        assertThat(new StatusWriter(LATER).of(again, new VariantStatus(false, true, "NoErrors", "fine.", List.of())))
                .isPresent();
    }
}
