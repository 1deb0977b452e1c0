package dev.firedrill.recovery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.plan.Action;
import org.junit.jupiter.api.Test;

/** Programs read these words in the JSON of {@code plan} and {@code recover}. */
class ActionWordTest {
    @Test
    void a_word_of_several_parts_has_hyphens() {
        assertThat(new Action.KnowDrafts("r1").accept(ActionWord.INSTANCE)).isEqualTo("know-drafts");
    }

    @Test
    void a_class_that_was_renamed_keeps_its_word() {
        assertThat(new Action.ClearPendingRemoval("r1").accept(ActionWord.INSTANCE))
                .isEqualTo("settle");
        assertThat(new Action.FixLatestFlag(new PackageName("ns", "r1", "a")).accept(ActionWord.INSTANCE))
                .isEqualTo("settle-latest");
    }
}
