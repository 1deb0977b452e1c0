package dev.firedrill.recovery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.RevisionName;
import org.junit.jupiter.api.Test;

class UidsTest {
    @Test
    void the_uid_is_the_one_that_porch_gives() {
        RevisionName name = new RevisionName(new PackageName("rpkg-init", "git", "init-package"), "init-1");
        assertThat(Uids.of(name)).hasToString("45ee0692-730a-51b2-9a1d-ad4f4ad55dc8");
    }

    @Test
    void capitals_do_not_make_another_uid() {
        RevisionName small = new RevisionName(new PackageName("ns", "git", "a/b"), "v1");
        RevisionName large = new RevisionName(new PackageName("ns", "git", "A/B"), "V1");
        assertThat(Uids.of(small)).isEqualTo(Uids.of(large));
    }
}
