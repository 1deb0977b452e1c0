package dev.firedrill.recovery.sets.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.codec.Recipients;
import dev.firedrill.recovery.sets.create.Backup;
import dev.firedrill.recovery.sets.create.BackupRequest;
import dev.firedrill.recovery.sets.format.MemberKind;
import dev.firedrill.recovery.sets.format.RootId;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.problem.SetRefused;
import dev.firedrill.recovery.sets.status.SetListing;
import dev.firedrill.recovery.sets.storage.DirectoryStorage;
import dev.firedrill.recovery.sets.storage.Storage;
import dev.firedrill.recovery.sets.support.SmallMember;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void each_rule_keeps_the_newest_of_its_periods() {
        List<RootId> sets = ids(
                "20260301t110000z",
                "20260301t100500z",
                "20260301t100000z",
                "20260228t230000z",
                "20260228t010000z",
                "20260215t000000z",
                "20260131t000000z",
                "20251231t000000z",
                "20251230t000000z",
                "20240101t000000z");

        assertThat(kept(sets, policy(3, 0, 0, 0, 0, 0, 0)))
                .containsExactlyInAnyOrder("0301t11", "0301t1005", "0301t1000");
        assertThat(kept(sets, policy(0, 2, 0, 0, 0, 0, 0))).containsExactlyInAnyOrder("0301t11", "0301t1005");
        assertThat(kept(sets, policy(0, 0, 2, 0, 0, 0, 0))).containsExactlyInAnyOrder("0301t11", "0228t23");
        // 1 March 2026 is a Sunday, in one week with the 28th of February.
        assertThat(kept(sets, policy(0, 0, 0, 2, 0, 0, 0))).containsExactlyInAnyOrder("0301t11", "0215t00");
        assertThat(kept(sets, policy(0, 0, 0, 0, 3, 0, 0))).containsExactlyInAnyOrder("0301t11", "0228t23", "0131t00");
        assertThat(kept(sets, policy(0, 0, 0, 0, 0, 9, 0))).containsExactlyInAnyOrder("0301t11", "1231t00", "0101t00");
        assertThat(kept(sets, policy(0, 0, 0, 0, 0, 0, 24)))
                .containsExactlyInAnyOrder("0301t11", "0301t1005", "0301t1000", "0228t23");
    }

    @Test
    void the_newest_is_kept_however_old_it_is() {
        assertThat(kept(ids("20200101t000000z", "20190101t000000z"), policy(0, 0, 0, 0, 0, 0, 1)))
                .containsExactly("0101t00");
        assertThat(kept(List.of(), policy(1, 0, 0, 0, 0, 0, 0))).isEmpty();
    }

    @Test
    void a_policy_that_keeps_nothing_is_refused() {
        assertThatThrownBy(() -> policy(0, 0, 0, 0, 0, 0, 0)).isInstanceOf(SetRefused.class);
        assertThatThrownBy(() -> policy(2, -1, 0, 0, 0, 0, 0)).isInstanceOf(SetRefused.class);
    }

    @Test
    void what_kept_sets_build_on_stays_and_the_rest_goes() {
        Storage storage = new DirectoryStorage(folder.resolve("storage"));
        Catalogue catalogue = new Catalogue(new DirectoryStorage(folder.resolve("catalogue")));
        SetPlace old = create(storage, catalogue, 0, false);
        SetPlace base = create(storage, catalogue, 1, false);
        SetPlace middle = create(storage, catalogue, 2, true);
        SetPlace newest = create(storage, catalogue, 3, true);
        Pruning pruning = new Pruning(storage, catalogue, Clock.fixed(NOW, ZoneOffset.UTC));

        Pruning.Verdict verdict = pruning.decide("porch", policy(1, 0, 0, 0, 0, 0, 0));
        assertThat(new SetListing(storage, catalogue).places("porch")).hasSize(4);
        pruning.remove(verdict);

        assertThat(verdict.kept()).containsKeys(newest.root(), base.root()).hasSize(2);
        assertThat(verdict.removed()).containsExactly(middle, old);
        assertThat(new SetListing(storage, catalogue).places("porch")).containsExactly(base, newest);
    }

    private static SetPlace create(Storage storage, Catalogue catalogue, int hour, boolean incremental) {
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T0" + hour + ":00:00Z"), ZoneOffset.UTC);
        Map<String, dev.firedrill.recovery.sets.member.Member> members =
                Map.of("git", new SmallMember(MemberKind.GIT, 2));
        return new Backup(storage, catalogue, clock)
                .create(
                        new BackupRequest("porch", members, Recipients.none(), Optional.empty(), incremental, 1),
                        status -> {})
                .place();
    }

    private static RetentionPolicy policy(
            int last, int hourly, int daily, int weekly, int monthly, int yearly, int hours) {
        return new RetentionPolicy(last, hourly, daily, weekly, monthly, yearly, Duration.ofHours(hours));
    }

    private static List<RootId> ids(String... times) {
        return Stream.of(times).map(time -> new RootId(time + "-00000000")).toList();
    }

    /** Month, day and time of what is kept, without what is plain. */
    private static List<String> kept(List<RootId> sets, RetentionPolicy policy) {
        return new Retention(policy)
                .kept(sets, NOW).keySet().stream()
                        .map(root -> root.text().substring(4, 13))
                        .map(text -> text.endsWith("1000") || text.endsWith("1005") ? text : text.substring(0, 7))
                        .toList();
    }
}
