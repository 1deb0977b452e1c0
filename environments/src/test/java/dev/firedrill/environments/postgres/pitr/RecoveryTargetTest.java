package dev.firedrill.environments.postgres.pitr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.environments.postgres.pitr.Timeline.Base;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecoveryTargetTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Timeline timeline = new Timeline(1, Path.of("/t"), null, NOON);

    @Test
    void only_a_time_beyond_the_archived_log_of_an_ended_timeline_is_uncertain() {
        timeline.add(new Base(Path.of("/base"), NOON));
        timeline.archivedUntil(NOON.plusSeconds(10));
        RecoveryTarget archived = new RecoveryTarget(timeline, NOON.plusSeconds(10), null);
        RecoveryTarget later = new RecoveryTarget(timeline, NOON.plusSeconds(11), null);
        assertThat(later.isUncertain()).isFalse();
        timeline.end(NOON.plusSeconds(20));
        assertThat(archived.isUncertain()).isFalse();
        assertThat(later.isUncertain()).isTrue();
        assertThat(new RecoveryTarget(timeline, NOON.plusSeconds(11), "P1").isUncertain())
                .isFalse();
    }

    @Test
    void postgresql_is_told_a_restore_point_or_a_time_with_microseconds_in_utc() {
        Path archive = Path.of("../archive");
        assertThat(new RecoveryTarget(timeline, NOON.plusNanos(1_234_000), null).settings(archive, "promote"))
                .containsEntry("recovery_target_time", "2026-01-01 12:00:00.001234+00")
                .containsEntry("recovery_target_action", "promote")
                .containsEntry("recovery_target_timeline", "current")
                .containsEntry("restore_command", "test -f ../archive/%f && cp ../archive/%f %p")
                .doesNotContainKey("recovery_target_name");
        assertThat(new RecoveryTarget(timeline, NOON, "P1").settings(archive, "promote"))
                .containsEntry("recovery_target_name", "P1")
                .doesNotContainKey("recovery_target_time");
    }

    @Test
    void the_base_with_the_least_log_to_replay_is_taken() {
        timeline.add(new Base(Path.of("/early"), NOON));
        timeline.add(new Base(Path.of("/late"), NOON.plusSeconds(10)));
        assertThat(new RecoveryTarget(timeline, NOON.plusSeconds(9), null).base())
                .isEqualTo(Path.of("/early"));
        assertThat(new RecoveryTarget(timeline, NOON.plusSeconds(10), null).base())
                .isEqualTo(Path.of("/late"));
    }

    @Test
    void a_missed_target_names_what_can_be_reached() {
        timeline.add(new Base(Path.of("/base"), NOON));
        timeline.archivedUntil(NOON.plusSeconds(10));
        assertThat(RecoveryTarget.isMissed("FATAL:  recovery ended before configured recovery target was reached"))
                .isTrue();
        assertThat(RecoveryTarget.isMissed("FATAL:  out of memory")).isFalse();
        assertThat(new RecoveryTarget(timeline, NOON.plusSeconds(60), null).missed("said"))
                .hasMessageContaining("any time from " + NOON + " to at least " + NOON.plusSeconds(10))
                .hasMessageEndingWith("said");
    }
}
