package dev.firedrill.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final String CANARY = "correct-horse-battery";

    @TempDir
    Path out;

    @Test
    void the_result_and_the_site_lie_in_the_folder() {
        Reports.write(Samples.drill(), out);

        assertThat(ResultFile.read(out)).isEqualTo(Samples.drill());
        assertThat(out.resolve("site/index.html")).isNotEmptyFile();
        assertThat(out.resolve("site/matrix.html")).isNotEmptyFile();
        assertThat(out.resolve("site/firedrill.css")).isNotEmptyFile();
    }

    @Test
    void no_secret_gets_into_any_file() throws IOException {
        Reports.write(leaking(), out, Redactor.of(CANARY));

        try (Stream<Path> files = Files.walk(out)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("horse", "aG9yc2", "b3JzZ"));
        }
    }

    @Test
    void a_result_written_twice_leaves_no_half_files_behind() throws IOException {
        Reports.write(Samples.drill(), out);
        Reports.write(Samples.drill(), out);

        try (Stream<Path> files = Files.walk(out)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_in_one_sentence() throws IOException {
        Path file = Files.createFile(out.resolve("file"));

        assertThatThrownBy(() -> Reports.write(Samples.drill(), file.resolve("below")))
                .isInstanceOf(ResultsNotWritten.class)
                .hasMessageContaining("cannot be written");
    }

    private static DrillResult leaking() {
        String base64 = "dTpjb3JyZWN0LWhvcnNlLWJhdHRlcnk=";
        return Samples.drill().toBuilder()
                .command("./firedrill drill --git-password " + CANARY)
                .notes(List.of("Authorization: Basic " + base64, "as " + base64))
                .scenarios(List.of(Samples.disaster("1", "Login " + CANARY + " fails", "@S01")
                        .failure("jdbc:postgresql://h/db?password=" + CANARY + "\nhttps://u:" + CANARY + "@h/")
                        .gherkin("Given the password \"" + CANARY + "\"")
                        .build()))
                .build();
    }
}
