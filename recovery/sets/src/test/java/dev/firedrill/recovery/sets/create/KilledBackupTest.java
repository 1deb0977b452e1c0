package dev.firedrill.recovery.sets.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.codec.Recipients;
import dev.firedrill.recovery.sets.format.MemberKind;
import dev.firedrill.recovery.sets.format.RootId;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.status.SetListing;
import dev.firedrill.recovery.sets.status.SetState;
import dev.firedrill.recovery.sets.status.SetSummary;
import dev.firedrill.recovery.sets.storage.DirectoryStorage;
import dev.firedrill.recovery.sets.storage.Storage;
import dev.firedrill.recovery.sets.support.SmallMember;
import dev.firedrill.recovery.sets.verify.SetVerifier;
import dev.firedrill.recovery.sets.verify.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup or a removal that is killed anywhere loses nothing that was acknowledged, and the next run cleans up. */
@Tag("slow")
class KilledBackupTest {
    private static final int MANY_STEPS = 200;

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
    void a_backup_that_dies_at_any_step_is_no_set_and_the_next_one_cleans_up() throws Exception {
        SetPlace kept = create().place();
        int step = 1;
        while (run(step, 1).exitValue() == DoomedProcess.DEAD) {
            for (SetSummary set : summaries()) {
                assertThat(set.state()).as("step " + step).isIn(SetState.COMPLETED, SetState.FAILED);
            }
            assertEveryClosedSetIsWhole();
            assertThat(verifier().verify(kept).files()).isPositive();

            create();

            assertThat(summaries()).as("step " + step).allMatch(set -> set.state() == SetState.COMPLETED);
            assertNothingIsLeftOver();
            step++;
            assertThat(step).isLessThan(MANY_STEPS);
        }
        assertThat(step).as("steps that were tried").isGreaterThan(12);
    }

    @Test
    void a_set_whose_hash_was_printed_is_there() throws Exception {
        Random random = new Random(9);
        int acknowledged = 0;
        for (int i = 0; i < 6; i++) {
            Process process = start(Integer.MAX_VALUE, 400);
            process.waitFor(300 + random.nextInt(700), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            String said = Files.readString(folder.resolve("said"));
            if (said.endsWith("\n")) {
                acknowledged++;
                String[] words = said.trim().split(" ");
                assertThat(verifier()
                                .verify(new SetPlace("porch", new RootId(words[0])))
                                .rootHash())
                        .isEqualTo(words[1]);
            }
            assertEveryClosedSetIsWhole();
        }
        create();
        assertThat(summaries()).hasSizeGreaterThan(acknowledged).allMatch(set -> set.state() == SetState.COMPLETED);
        assertNothingIsLeftOver();
    }

    @Test
    void a_removal_that_dies_at_any_step_leaves_no_half_set() throws Exception {
        int step = 1;
        SetPlace victim = create().place();
        int whole = storage.list(victim.folder()).size();
        while (run(step, 0, victim.root().text()).exitValue() == DoomedProcess.DEAD) {
            SetState state = listing.summary(victim).state();
            assertThat(state).as("step " + step).isIn(SetState.DELETING, SetState.COMPLETED, SetState.FAILED);
            if (storage.exists(victim.key(SetPlace.MANIFEST))) {
                assertThat(storage.list(victim.folder())).as("step " + step).hasSizeGreaterThanOrEqualTo(whole);
            }
            create();
            assertThat(summaries()).as("step " + step).allMatch(set -> set.state() == SetState.COMPLETED);
            assertNothingIsLeftOver();
            victim = create().place();
            step++;
        }
        assertThat(step).as("steps that were tried").isGreaterThan(5);
        assertThat(listing.places("porch")).doesNotContain(victim);
    }

    private void assertEveryClosedSetIsWhole() {
        for (SetPlace place : listing.places("porch")) {
            if (listing.summary(place).state() == SetState.COMPLETED) {
                assertThat(verifier().verify(place).members()).hasSize(1);
            }
        }
    }

    /** Files of a set that is none any more, of the catalogue, of the status, or half written ones. */
    private void assertNothingIsLeftOver() throws IOException {
        Set<String> ids = new java.util.HashSet<>();
        listing.places("porch").forEach(place -> ids.add(place.root().text()));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(folder.resolve("said")))
                    .toList()) {
                String name = folder.relativize(file).toString();
                boolean lock = name.contains("/.locks/");
                assertThat(lock || ids.stream().anyMatch(name::contains))
                        .as(name)
                        .isTrue();
                assertThat(name).doesNotContain(".unfinished");
            }
        }
    }

    private List<SetSummary> summaries() {
        return listing.places("porch").stream().map(listing::summary).toList();
    }

    private SetVerifier verifier() {
        return new SetVerifier(storage, new Trust(Optional.empty(), catalogue, Set.of()));
    }

    private BackupResult create() {
        SmallMember member = new SmallMember(MemberKind.GIT, 1);
        return new Backup(storage, catalogue, Clock.systemUTC())
                .create(
                        new BackupRequest(
                                "porch", Map.of("git", member), Recipients.none(), Optional.empty(), false, 1),
                        status -> {});
    }

    private Process run(int step, int artefacts, String... more) throws Exception {
        Process process = start(step, artefacts, more);
        process.waitFor();
        return process;
    }

    private Process start(int step, int artefacts, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedProcess.class.getName(),
                folder.resolve("storage").toString(),
                folder.resolve("catalogue").toString(),
                String.valueOf(step),
                String.valueOf(artefacts)));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }
}
