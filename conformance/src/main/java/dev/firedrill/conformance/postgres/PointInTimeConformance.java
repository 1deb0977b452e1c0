package dev.firedrill.conformance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.conformance.FormUnderTest;
import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.environments.role.RewindableByTime;
import dev.firedrill.model.RecoveryPoint;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Recovery to a time, where it goes wrong in practice. Each test has a cache of its own with a base to begin from. */
@AgainstEveryForm({PackageCache.class, RewindableByTime.class})
class PointInTimeConformance<C extends PackageCache & RewindableByTime> {
    private static final String CLOCK =
            "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

    private static final RecoveryPoint BEGINNING = new RecoveryPoint("beginning");

    @Parameter
    FormUnderTest<C> form;

    private C cache;
    private CacheRows rows;

    @BeforeEach
    void haveABase() {
        cache = form.open();
        rows = new CacheRows(cache);
        cache.keep(BEGINNING);
    }

    @AfterEach
    void nothingStays() {
        cache.close();
    }

    @Test
    void one_moment_is_the_same_in_every_offset() {
        rows.add("before");
        OffsetDateTime moment = now();
        rows.add("after");
        cache.rewindTo(moment.withOffsetSameInstant(ZoneOffset.ofHours(1)));
        assertThat(rows.names()).containsExactly("before");
        rows.add("again");
        OffsetDateTime later = now();
        rows.add("too late");
        cache.rewindTo(later.atZoneSameInstant(ZoneId.of("Asia/Kathmandu")).toOffsetDateTime());
        assertThat(rows.names()).containsExactly("again", "before");
    }

    @Test
    void a_local_time_read_with_the_wrong_offset_is_refused_and_not_guessed() {
        rows.add("before");
        OffsetDateTime anHourOff = now().withOffsetSameLocal(ZoneOffset.ofHours(1));
        assertThatThrownBy(() -> cache.rewindTo(anHourOff)).hasMessageContaining("It can be put back to any time from");
        assertThat(rows.names()).containsExactly("before");
    }

    @Test
    void a_target_exactly_on_a_commit_includes_it() {
        rows.add("first");
        rows.add("second");
        rows.add("third");
        cache.rewindTo(commitTimeOf("second"));
        assertThat(rows.names()).containsExactly("first", "second");
    }

    @Test
    void a_target_between_the_last_commit_and_now_brings_back_everything() {
        rows.add("only");
        cache.rewindTo(now());
        assertThat(rows.names()).containsExactly("only");
    }

    @Test
    void a_target_before_the_first_base_is_refused_and_changes_nothing() {
        String incarnation = cache.incarnation();
        assertThatThrownBy(() -> cache.rewindTo(now().minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from the first consistent point to the last archived log");
        assertThat(cache.incarnation()).isEqualTo(incarnation);
    }

    @Test
    void a_target_in_the_future_is_refused_and_changes_nothing() {
        rows.add("here");
        assertThatThrownBy(() -> cache.rewindTo(now().plusMinutes(5))).isInstanceOf(IllegalArgumentException.class);
        assertThat(rows.names()).containsExactly("here");
    }

    @Test
    void a_target_on_an_abandoned_timeline_is_refused_by_that_name() {
        cache.keep(RecoveryPoint.P1);
        rows.add("abandoned");
        OffsetDateTime there = now();
        rows.add("later");
        cache.keep(RecoveryPoint.P2);
        cache.rewindTo(RecoveryPoint.P1);
        assertThatThrownBy(() -> cache.rewindTo(there)).hasMessageContaining("which was abandoned");
        cache.rewindTo(RecoveryPoint.P2);
        cache.rewindTo(there);
        assertThat(rows.names()).containsExactly("abandoned");
    }

    @Test
    void a_timeline_is_known_as_abandoned_even_if_none_of_its_log_was_archived() {
        cache.keep(RecoveryPoint.P1);
        cache.rewindTo(RecoveryPoint.P1);
        rows.add("abandoned");
        OffsetDateTime there = now();
        cache.rewindTo(RecoveryPoint.P1);
        String incarnation = cache.incarnation();
        assertThatThrownBy(() -> cache.rewindTo(there))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("which was abandoned");
        assertThat(cache.incarnation()).isEqualTo(incarnation);
    }

    @Test
    void the_past_before_a_rewind_and_before_a_loss_stays_reachable() {
        rows.add("old");
        OffsetDateTime old = now();
        rows.add("newer");
        cache.keep(RecoveryPoint.P1);
        cache.rewindTo(RecoveryPoint.P1);
        rows.add("newest");
        cache.lose();
        cache.rewindTo(old);
        assertThat(rows.names()).containsExactly("old");
    }

    @Test
    void log_that_a_loss_kept_from_the_archive_is_missed_by_name() {
        cache.keep(RecoveryPoint.P1);
        rows.add("never archived");
        OffsetDateTime after = now();
        cache.lose();
        assertThatThrownBy(() -> cache.rewindTo(after))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the archived log ends before");
        assertThat(rows.names()).isEmpty();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.parse(rows.column(CLOCK).get(0));
    }

    /** Tells a commit's time by the server's own log of commits. */
    private OffsetDateTime commitTimeOf(String name) {
        return OffsetDateTime.parse(rows.column("SELECT to_char(pg_xact_commit_timestamp(xmin) AT TIME ZONE 'UTC',"
                        + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM repositories WHERE k8s_name = '" + name + "'")
                .get(0));
    }
}
