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
    void whatNobodyProvesToBeFiredrillsIsRefusedByNameAndStays(String mine) throws IOException {
        Path file = foreign(mine);

        assertThatThrownBy(() -> ResultFolder.renewed(folder))
                .isInstanceOf(NotOurs.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("nothing was removed from " + folder);
        assertThat(file).hasContent("mine");
    }

    @Test
    void whatAnEarlierDrillHasLeftGoesAndEverythingElseStays() throws IOException {
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
    void aFileBesideThoseOfAnEarlierDrillKeepsAllOfThem() throws IOException {
        write("site/index.html");
        Path notes = foreign("site/notes.html");

        assertThatThrownBy(() -> ResultFolder.renewed(folder)).isInstanceOf(NotOurs.class);

        assertThat(notes).hasContent("mine");
        assertThat(folder.resolve("site/index.html")).exists();
    }

    @Test
    void aFileThatSomebodyHasWrittenAnewIsNotFiredrillsAnyMore() throws IOException {
        write(ResultFile.NAME);
        foreign(ResultFile.NAME);

        assertThatThrownBy(() -> ResultFolder.renewed(folder)).isInstanceOf(NotOurs.class);
        assertThat(folder.resolve(ResultFile.NAME)).hasContent("mine");
    }

    @Test
    void whatAKilledDrillHasLeftHalfWrittenGoes() throws IOException {
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
    void linksLeadNowhere(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("index.html"), "mine");
        Files.createSymbolicLink(folder.resolve("site"), elsewhere);
        Files.write(folder.resolve(Manifest.NAME), List.of(Manifest.HEADER, "-  site/index.html", "-  site"));

        assertThatThrownBy(() -> ResultFolder.renewed(folder)).isInstanceOf(NotOurs.class);
        assertThat(elsewhere.resolve("index.html")).hasContent("mine");
    }

    @Test
    void aListThatLeadsOutOfTheFolderIsNotFollowed(@TempDir Path elsewhere) throws IOException {
        Path victim = Files.writeString(elsewhere.resolve("victim"), "mine");
        Files.write(
                folder.resolve(Manifest.NAME),
                List.of(Manifest.HEADER, "-  " + victim, "-  " + folder.relativize(victim)));

        ResultFolder.renewed(folder).close();

        assertThat(victim).hasContent("mine");
    }

    @Test
    void aListOfThatNameBySomebodyElseStays() throws IOException {
        Path file = foreign(Manifest.NAME);

        assertThatThrownBy(() -> ResultFolder.renewed(folder)).isInstanceOf(NotOurs.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void aListThatAFullDiskLeftEmptyStandsInNobodysWay() throws IOException {
        Files.createFile(folder.resolve(Manifest.NAME));

        write(ResultFile.NAME);

        assertThat(folder.resolve(ResultFile.NAME)).hasContent("ours");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = foreign("file");

        assertThatThrownBy(() -> ResultFolder.renewed(file))
                .isInstanceOf(NotOurs.class)
                .hasMessageContaining(file + " is a file");
    }

    @Test
    void twoDrillsDoNotShareAFolder() {
        try (ResultFolder first = ResultFolder.renewed(folder)) {
            assertThatThrownBy(() -> ResultFolder.renewed(folder))
                    .isInstanceOf(NotOurs.class)
                    .hasMessageContaining("another drill");
            first.write(ResultFile.NAME, "still");
        }
        assertThat(folder.resolve(ResultFile.NAME)).hasContent("still");
    }

    @Test
    void theListIsOneThatSha256sumReads() throws IOException {
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
