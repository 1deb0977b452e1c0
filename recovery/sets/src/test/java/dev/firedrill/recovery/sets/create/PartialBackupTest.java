package dev.firedrill.recovery.sets.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.sets.artefact.ArtefactWriter;
import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.codec.Recipients;
import dev.firedrill.recovery.sets.format.Compression;
import dev.firedrill.recovery.sets.format.MemberKind;
import dev.firedrill.recovery.sets.format.MemberState;
import dev.firedrill.recovery.sets.format.MemberSummary;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.member.Member;
import dev.firedrill.recovery.sets.member.Taken;
import dev.firedrill.recovery.sets.problem.SetRefused;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import dev.firedrill.recovery.sets.status.SetListing;
import dev.firedrill.recovery.sets.status.SetState;
import dev.firedrill.recovery.sets.storage.Content;
import dev.firedrill.recovery.sets.storage.DirectoryStorage;
import dev.firedrill.recovery.sets.storage.Storage;
import dev.firedrill.recovery.sets.storage.StorageLock;
import dev.firedrill.recovery.sets.support.HookedStorage;
import dev.firedrill.recovery.sets.support.SmallMember;
import dev.firedrill.recovery.sets.verify.SetVerifier;
import dev.firedrill.recovery.sets.verify.Trust;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a set when a store, the storage or another backup stands in the way. */
class PartialBackupTest {
    private static final SmallMember GOOD = new SmallMember(MemberKind.GIT, 2);

    @TempDir
    private Path folder;

    private Storage storage;
    private Catalogue catalogue;
    private SetListing listing;

    @BeforeEach
    void places() {
        storage = new DirectoryStorage(folder.resolve("storage"));
        catalogue = new Catalogue(new DirectoryStorage(folder.resolve("catalogue")));
        listing = new SetListing(storage, catalogue);
    }

    @Test
    void a_member_that_fails_leaves_a_partial_set_with_the_others_in_it() {
        Failing failing = new Failing(Integer.MAX_VALUE);

        BackupResult result = create(storage, Map.of("git", GOOD, "cache", failing));

        assertThat(result.manifest().members().stream().map(MemberSummary::state))
                .containsExactly(MemberState.FAILED, MemberState.SUCCEEDED);
        assertThat(result.manifest().members().get(0).error()).isEqualTo("the store is on fire");
        assertThat(failing.attempts).hasSize(2);
        assertThat(listing.summary(result.place()).state()).isEqualTo(SetState.PARTIAL);
        assertThat(verifier().verify(result.place()).members()).hasSize(1);
        assertThat(storage.list(result.place().key("cache"))).isEmpty();
    }

    @Test
    void a_member_that_succeeds_at_its_second_attempt_is_whole() {
        BackupResult result = create(storage, Map.of("cache", new Failing(1)));

        assertThat(listing.summary(result.place()).state()).isEqualTo(SetState.COMPLETED);
        assertThat(verifier().verify(result.place()).files()).isEqualTo(4);
    }

    @Test
    void a_backup_all_of_whose_members_fail_leaves_nothing() {
        Map<String, Member> members = Map.of("cache", new Failing(Integer.MAX_VALUE));

        assertThatThrownBy(() -> create(storage, members))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("the store is on fire");
        assertThat(listing.places("porch")).isEmpty();
    }

    @Test
    void a_storage_that_is_full_leaves_no_set_and_the_next_backup_cleans_up() {
        Storage full = new HookedStorage(storage, step -> {
            if (step.startsWith("before") && step.endsWith(SetPlace.INSTRUCTIONS)) {
                throw new StoreUnavailable("no space left on device");
            }
        });

        assertThatThrownBy(() -> create(full, Map.of("git", GOOD))).isInstanceOf(StoreUnavailable.class);
        assertThat(listing.places("porch")).hasSize(1);
        assertThat(listing.summary(listing.places("porch").get(0)).state()).isEqualTo(SetState.FAILED);

        BackupResult result = create(storage, Map.of("git", GOOD));

        assertThat(result.cleaned()).hasSize(1);
        assertThat(listing.places("porch")).containsExactly(result.place());
    }

    @Test
    void sets_sort_in_their_order_whatever_the_clock_does() {
        List<SetPlace> places = new ArrayList<>();
        for (String time : List.of(
                "2026-01-01T00:00:05Z", "2026-01-01T00:00:05Z", "2025-12-31T23:00:00Z", "2026-01-02T00:00:00Z")) {
            Clock clock = Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
            places.add(new Backup(storage, catalogue, clock)
                    .create(request("porch", Map.of("git", GOOD)), status -> {})
                    .place());
        }

        assertThat(listing.places("porch")).containsExactlyElementsOf(places);
        assertThat(places.get(3).root().begun()).isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
    }

    @Test
    void two_backups_of_one_batch_do_not_run_at_once() {
        StorageLock other = new DirectoryStorage(folder.resolve("storage"))
                .tryLock("porch", false)
                .orElseThrow();
        try (other) {
            assertThatThrownBy(() -> create(storage, Map.of("git", GOOD)))
                    .isInstanceOf(SetRefused.class)
                    .hasMessageContaining("another backup of the batch porch is running");
        }
        assertThat(create(storage, Map.of("git", GOOD)).manifest().isComplete()).isTrue();
    }

    @Test
    void a_set_is_not_removed_while_somebody_reads_it() {
        SetPlace place = create(storage, Map.of("git", GOOD)).place();
        SetRemoval removal = new SetRemoval(storage, catalogue);
        StorageLock reader =
                storage.tryLock(SetListing.readLockName("porch"), true).orElseThrow();
        try (reader) {
            assertThatThrownBy(() -> removal.remove(place)).isInstanceOf(SetRefused.class);
        }
        assertThat(verifier().verify(place).files()).isPositive();
        removal.remove(place);
        assertThat(listing.places("porch")).isEmpty();
        assertThat(catalogue.find(place)).isEmpty();
    }

    @Test
    void a_set_that_is_being_taken_is_seen_so_by_others() {
        List<SetState> seen = new ArrayList<>();
        Storage watched = new HookedStorage(storage, step -> {
            if (step.startsWith("after") && step.endsWith(SetPlace.METADATA)) {
                SetListing others = new SetListing(new DirectoryStorage(folder.resolve("storage")), catalogue);
                others.places("porch")
                        .forEach(place -> seen.add(others.summary(place).state()));
            }
        });

        create(watched, Map.of("git", GOOD));

        assertThat(seen).containsExactly(SetState.IN_PROGRESS);
    }

    @Test
    void names_that_could_lead_elsewhere_are_refused() {
        for (String name :
                List.of("..", "a/b", "", "A", "log", "status", "a.b", ".x", "-x", "a\u0000b", "x".repeat(65))) {
            assertThatThrownBy(() -> request(name, Map.of("git", GOOD)))
                    .as(name)
                    .isInstanceOf(SetRefused.class);
            assertThatThrownBy(() -> request("porch", Map.of(name, GOOD)))
                    .as(name)
                    .isInstanceOf(SetRefused.class);
        }
    }

    private SetVerifier verifier() {
        return new SetVerifier(storage, new Trust(Optional.empty(), catalogue, Set.of()));
    }

    private BackupResult create(Storage into, Map<String, Member> members) {
        return new Backup(into, catalogue, Clock.systemUTC()).create(request("porch", members), status -> {});
    }

    private static BackupRequest request(String batch, Map<String, ? extends Member> members) {
        return new BackupRequest(batch, Map.copyOf(members), Recipients.none(), Optional.empty(), false, 2);
    }

    /** A member that leaves a file behind and fails, some times. */
    private static final class Failing implements Member {
        private final int times;
        private final List<Integer> attempts = new ArrayList<>();

        Failing(int times) {
            this.times = times;
        }

        @Override
        public MemberKind kind() {
            return MemberKind.CACHE;
        }

        @Override
        public Taken take(ArtefactWriter artefacts) {
            attempts.add(attempts.size() + 1);
            artefacts.write("half", Compression.NONE, Content.of(new byte[] {1}));
            if (attempts.size() <= times) {
                throw new StoreUnavailable("the store is on fire");
            }
            return new SmallMember(MemberKind.CACHE, 0).take(artefacts);
        }
    }
}
