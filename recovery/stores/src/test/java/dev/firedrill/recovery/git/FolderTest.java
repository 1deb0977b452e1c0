package dev.firedrill.recovery.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.GitView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Repositories behind file URLs: what the folder holds that cannot be served is said, and nothing is printed. */
@ResourceLock(Resources.SYSTEM_ERR)
class FolderTest extends GitFixture {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void nothingWasPrinted() {
        System.setErr(before);
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("Exception", "\tat ");
    }

    private Path file(String path) {
        return bare.repository().getDirectory().toPath().resolve(path);
    }

    private String failure() {
        assertThat(git.look(repository())).isInstanceOf(GitView.Unreadable.class);
        return ((GitView.Unreadable) git.look(repository())).message();
    }

    @Test
    void sha256_is_named() throws IOException {
        Files.writeString(file("packed-refs"), "a".repeat(64) + " refs/heads/main\n");
        assertThat(failure()).contains("was reached", "SHA-256").doesNotContain("cannot be reached");
    }

    @Test
    void a_shallow_clone_is_named() throws IOException {
        ObjectId commit = bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE));
        Files.writeString(file("shallow"), commit.name() + "\n");
        assertThat(failure()).contains("was reached", "it is shallow", "--unshallow");
    }

    @Test
    void an_object_that_is_not_there_is_named() throws IOException {
        ObjectId commit = bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE));
        Files.delete(bare.looseObject(commit));
        assertThat(failure()).contains("did not send branch 'main'", commit.name());
    }

    @Test
    void a_tag_that_cannot_be_sent_is_said_in_one_sentence() throws IOException {
        ObjectId commit = bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE));
        bare.tag("p/v1", commit);
        ObjectId lost = bare.commit("side", "m", Map.of("p/Kptfile", KPTFILE, "x", "y"));
        bare.delete("refs/heads/side");
        bare.tag("p/v2", lost);
        Files.delete(bare.looseObject(lost));
        GitView.Readable view = (GitView.Readable) git.look(repository());
        assertThat(view.leftOut()).hasSize(1);
        assertThat(view.leftOut().get(0).ref()).isEqualTo("p/v2");
        assertThat(view.leftOut().get(0).why()).contains(lost.name()).doesNotEndWith(".");
    }
}
