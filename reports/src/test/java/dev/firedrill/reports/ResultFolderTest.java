package dev.firedrill.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.reports.result.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFolderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "site/index.html",
                "evidence/photo.jpg",
                "allure-results/x.json",
                "result.json",
                "journal.ndjson",
                "junit.xml",
                "metrics.prom"
            })
    void what_nobody_proves_to_be_firedrills_is_refused_by_name_and_stays(String mine) throws IOException {
        Path file = foreign(mine);

        assertThatThrownBy(() -> ResultFolder.renewed(folder))
                .isInstanceOf(NotOurs.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("nothing was removed from " + folder);
        assertThat(file).hasContent("mine");
    }

    @Test
    void what_an_earlier_drill_has_left_goes_and_everything_else_stays() throws IOException {
        Path readme = foreign("README.md");
        write("site/old.html", "site/deep/older.html", ResultFile.NAME);
        Files.createDirectory(folder.resolve("site/empty"));

        ResultFolder.renewed(folder).close();

        assertThat(folder.resolve("site/old.html")).doesNotExist();
        assertThat(folder.resolve("site/deep")).doesNotExist();
        assertThat(folder.resolve(ResultFile.NAME)).doesNotExist();
        assertThat(folder.resolve("site/empty")).isDirectory();
        assertThat(readme).hasContent("mine");
    }

    @Test
    void a_file_beside_those_of_an_earlier_drill_keeps_all_of_them() throws IOException {
        write("site/index.html");
        Path notes = foreign("site/notes.html");

        assertThatThrownBy(() -> ResultFolder.renewed(folder)).isInstanceOf(NotOurs.class);

        assertThat(notes).hasContent("mine");
        assertThat(folder.resolve("site/index.html")).exists();
    }

    @Test
    void a_file_that_somebody_has_written_anew_is_not_firedrills_any_more() throws IOException {
        write(ResultFile.NAME);
        foreign(ResultFile.NAME);

        assertThatThrownBy(() -> ResultFolder.renewed(folder)).isInstanceOf(NotOurs.class);
        assertThat(folder.resolve(ResultFile.NAME)).hasContent("mine");
    }

    @Test
    void what_a_killed_drill_has_left_half_written_goes() throws IOException {
        ResultFolder killed = ResultFolder.renewed(folder);
        Files.writeString(killed.claim("evidence/half.log"), "hal");
        Files.writeString(folder.resolve("evidence/half.log.part"), "hal");
        Files.copy(folder.resolve(Manifest.NAME), folder.resolve("kept"));
        killed.close();
        Files.move(folder.resolve("kept"), folder.resolve(Manifest.NAME), StandardCopyOption.REPLACE_EXISTING);

        ResultFolder.renewed(folder).close();

        assertThat(folder.resolve("evidence")).doesNotExist();
    }

    @Test
    void links_lead_nowhere(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("index.html"), "mine");
        Files.createSymbolicLink(folder.resolve("site"), elsewhere);
        Files.write(folder.resolve(Manifest.NAME), List.of(Manifest.HEADER, "-  site/index.html", "-  site"));

        assertThatThrownBy(() -> ResultFolder.renewed(folder)).isInstanceOf(NotOurs.class);
        assertThat(elsewhere.resolve("index.html")).hasContent("mine");
    }

    @Test
    void a_list_that_leads_out_of_the_folder_is_not_followed(@TempDir Path elsewhere) throws IOException {
        Path victim = Files.writeString(elsewhere.resolve("victim"), "mine");
        Files.write(
                folder.resolve(Manifest.NAME),
                List.of(Manifest.HEADER, "-  " + victim, "-  " + folder.relativize(victim)));

        ResultFolder.renewed(folder).close();

        assertThat(victim).hasContent("mine");
    }

    @Test
    void a_list_of_that_name_by_somebody_else_stays() throws IOException {
        Path file = foreign(Manifest.NAME);

        assertThatThrownBy(() -> ResultFolder.renewed(folder)).isInstanceOf(NotOurs.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void a_list_that_a_full_disk_left_empty_stands_in_nobodys_way() throws IOException {
        Files.createFile(folder.resolve(Manifest.NAME));

        write(ResultFile.NAME);

        assertThat(folder.resolve(ResultFile.NAME)).hasContent("ours");
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        Path file = foreign("file");

        assertThatThrownBy(() -> ResultFolder.renewed(file))
                .isInstanceOf(NotOurs.class)
                .hasMessageContaining(file + " is a file");
    }

    @Test
    void two_drills_do_not_share_a_folder() {
        try (ResultFolder first = ResultFolder.renewed(folder)) {
            assertThatThrownBy(() -> ResultFolder.renewed(folder))
                    .isInstanceOf(NotOurs.class)
                    .hasMessageContaining("another drill");
            first.write(ResultFile.NAME, "still");
        }
        assertThat(folder.resolve(ResultFile.NAME)).hasContent("still");
    }

    @Test
    void the_list_is_one_that_sha256sum_reads() throws IOException {
        write("site/index.html");

        assertThat(Files.readAllLines(folder.resolve(Manifest.NAME)))
                .last()
                .asString()
                .matches("[0-9a-f]{64}  site/index.html");
    }

    private void write(String... paths) {
        try (ResultFolder ours = ResultFolder.renewed(folder)) {
            for (String path : paths) {
                ours.write(path, "ours");
            }
        }
    }

    private Path foreign(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "mine");
    }
}
