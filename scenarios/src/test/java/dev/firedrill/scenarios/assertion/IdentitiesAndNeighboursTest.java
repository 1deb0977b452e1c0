package dev.firedrill.scenarios.assertion;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.workload.world.GitState;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a disaster must leave alone: the identities of a cluster that was not made anew, and repositories beside it. */
class IdentitiesAndNeighboursTest {
    private final Seen seen = new Seen();

    @Test
    void identities_are_kept_when_each_object_has_the_uid_that_it_had() {
        assertThatCode(() -> uids().areKept()).doesNotThrowAnyException();
        assertThatThrownBy(() -> uids().areNew()).hasMessageContaining("still in use");

        seen.repository("catalog", "another", true, "");

        assertThatThrownBy(() -> uids().areKept()).hasMessageContaining("Repository catalog");
        assertThatThrownBy(() -> uids().areNew()).hasMessageContaining("uid-packages");
    }

    @Test
    void identities_are_new_when_none_is_what_it_was_and_no_object_is_missing() {
        seen.repository("catalog", "new-catalog", true, "");
        seen.repository("packages", "new-packages", true, "");
        seen.variant("follower", "new-follower", false, "");
        assertThatCode(() -> uids().areNew()).doesNotThrowAnyException();

        seen.variants.clear();
        assertThatThrownBy(() -> uids().areNew()).hasMessageContaining("PackageVariant follower");
    }

    @Test
    void a_neighbour_of_what_was_damaged_keeps_refs_and_rows_byte_for_byte() {
        seen.git("catalog", GitState.empty(), Map.of("refs/heads/main", "1"));
        seen.git("packages", GitState.empty(), Map.of("refs/heads/main", "2"));
        UnaffectedRepositories neighbours = new UnaffectedRepositories(Set.of("packages"), seen.observation());

        seen.git("packages", GitState.empty(), Map.of());
        seen.lost(Seen.DRAFT);
        assertThatCode(() -> neighbours.areUntouched(seen.observation())).doesNotThrowAnyException();

        seen.git("catalog", GitState.empty(), Map.of("refs/heads/main", "3"));
        assertThatThrownBy(() -> neighbours.areUntouched(seen.observation())).hasMessageContaining("refs of git");

        seen.git("catalog", GitState.empty(), Map.of("refs/heads/main", "1"));
        seen.lost(Seen.ELSEWHERE);
        assertThatThrownBy(() -> neighbours.areUntouched(seen.observation()))
                .hasMessageContaining("package revisions of repositories");
    }

    private UidAssert uids() {
        return new UidAssert(Seen.ledger().stateAt(RecoveryPoint.DISASTER), seen.observation());
    }
}
