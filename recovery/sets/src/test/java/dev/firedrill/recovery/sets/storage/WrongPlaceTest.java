package dev.firedrill.recovery.sets.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.sets.support.Cli;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A storage that is mistyped, or whose disk is not mounted, is no storage without sets. */
class WrongPlaceTest {
    private static final String SET = "porch/20260101t000000z-00000000";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backup list",
                "backup status " + SET,
                "backup show " + SET,
                "backup verify " + SET,
                "backup prune --keep-last 1",
                "backup delete " + SET,
                "restore plan " + SET + " --git-base target",
                "restore run " + SET + " --git-base target"
            })
    void a_command_that_looks_for_sets_says_that_the_storage_is_not_there_and_makes_none(String words) {
        Path absent = folder.resolve("absent");

        Cli answer =
                Cli.run((words + " --storage " + absent + " --catalogue " + folder.resolve("catalogue")).split(" "));

        assertThat(answer.code()).as(answer.err()).isEqualTo(2);
        assertThat(answer.err()).contains(absent + " is not there");
        assertThat(absent).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--storage", "--catalogue"})
    void an_empty_name_is_refused_and_is_not_the_present_folder(String option) {
        String other = option.equals("--storage") ? "--catalogue" : "--storage";

        Cli answer = Cli.run(
                "backup",
                "create",
                "--git",
                "a=" + folder,
                other,
                folder.resolve("o").toString(),
                option,
                "");

        assertThat(answer.code()).isEqualTo(64);
        assertThat(answer.err()).contains(option + ": the name of the folder is empty");
        assertThat(Path.of("porch")).doesNotExist();
    }
}
