package dev.firedrill.environments.system.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.environments.role.system.JournalStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedJournalsTest {
    private static final String FIRST = "{\"n\":1,\"step\":\"pass.started\",\"subject\":\"\"}\n";
    private static final String SECOND = "{\"n\":2,\"step\":\"cache.inserted\",\"subject\":\"r.p.w\"}\n";

    @TempDir
    private Path folder;

    @Test
    void a_line_is_a_step_once_it_is_whole() throws IOException {
        ShippedJournals journals = journals();
        assertThat(journals.steps()).isEmpty();

        Files.writeString(journals.file(), FIRST + SECOND.substring(0, 20));
        assertThat(journals.steps()).containsExactly(new JournalStep(1, "pass.started", ""));

        Files.writeString(journals.file(), FIRST + SECOND);
        assertThat(journals.steps()).extracting(JournalStep::changes).containsExactly(false, true);
    }

    @Test
    void what_was_confirmed_before_is_forgotten_before_another_confirmation() throws IOException {
        ShippedJournals journals = journals();
        Files.writeString(folder.resolve("confirmation.ndjson"), FIRST);
        assertThat(journals.stepsOfConfirmation()).hasSize(1);

        journals.forgetConfirmation();

        assertThat(journals.stepsOfConfirmation()).isEmpty();
    }

    private ShippedJournals journals() {
        return new ShippedJournals(folder.resolve("journal.ndjson"), folder.resolve("confirmation.ndjson"));
    }
}
