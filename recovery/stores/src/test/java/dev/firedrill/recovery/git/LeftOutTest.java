package dev.firedrill.recovery.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.LeftOut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One thing out of the ordinary is left out and named, and everything beside it is taken. */
class LeftOutTest extends GitFixture {
    private GitView.Readable look() {
        GitView view = git.look(repository());
        assertThat(view).isInstanceOf(GitView.Readable.class);
        return (GitView.Readable) view;
    }

    private static Map<String, GitRevision> byRef(GitView.Readable view) {
        Map<String, GitRevision> byRef = new TreeMap<>();
        view.revisions()
                .forEach(each -> byRef.put(
                        each.lock().ref() + ":" + each.name().packageName().path(), each));
        return byRef;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Stream<byte[]> names() {
        return Stream.concat(
                Stream.of(
                                "..",
                                ".",
                                ".git",
                                ".GIT",
                                "a\\b",
                                "..\\x",
                                "a/b",
                                "/etc",
                                "a\tb",
                                "\u001b[2J",
                                "x".repeat(2000))
                        .map(LeftOutTest::bytes),
                Stream.of(new byte[] {'g', 'r', (byte) 0xfc, (byte) 0xdf, 'e'}));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_file_of_any_name_keeps_nothing_else_from_being_read(byte[] name) throws IOException {
        ObjectId good = bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE, "q/Kptfile", KPTFILE));
        bare.tag("p/v1", good);
        bare.tag("q/v1", bare.with("main", "q", name, "100644", bare.object(Constants.OBJ_BLOB, bytes("x"))));

        GitView.Readable view = look();

        assertThat(byRef(view)).containsOnlyKeys("main:p", "main:q", "p/v1:p", "q/v1:q");
        assertThat(byRef(view).get("q/v1:q").content().files()).containsOnlyKeys("Kptfile");
        assertThat(view.leftOut()).extracting(LeftOut::ref).containsExactlyInAnyOrder("main", "q/v1");
        assertThat(view.leftOut()).allSatisfy(each -> {
            assertThat(each.kind()).isEqualTo(LeftOut.Kind.PATHS);
            assertThat(each.packagePath()).isEqualTo("q");
        });
    }

    @Test
    void names_that_differ_in_case_or_normalisation_are_both_kept() throws IOException {
        bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE, "p/a", "1", "p/A", "2", "p/é", "3", "p/e\u0301", "4"));
        assertThat(byRef(look()).get("main:p").content().files()).hasSize(5);
        assertThat(look().leftOut()).isEmpty();
    }

    @Test
    void depth_is_bounded() throws IOException {
        String deep = "d/".repeat(400);
        bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE, "p/" + deep + "x", "x", deep + "q/Kptfile", KPTFILE));
        GitView.Readable view = look();
        assertThat(byRef(view)).containsOnlyKeys("main:p");
        assertThat(view.leftOut()).extracting(LeftOut::packagePath).containsExactlyInAnyOrder("", "p");
    }

    @Test
    void large_files_are_named_and_not_held() throws IOException {
        byte[] binary = new byte[60 * 1024 * 1024];
        byte[] text = "a: b\n".repeat(3 * 1024 * 1024).getBytes(StandardCharsets.UTF_8);
        bare.tag(
                "p/v1",
                bare.commitBytes(
                        "main",
                        "m",
                        Map.of(
                                "p/Kptfile",
                                bytes(KPTFILE),
                                "p/image",
                                binary,
                                "p/huge.yaml",
                                text,
                                "q/Kptfile",
                                bytes(KPTFILE))));
        GitView.Readable view = look();
        assertThat(byRef(view)).containsOnlyKeys("main:p", "main:q", "p/v1:p");
        assertThat(byRef(view).get("p/v1:p").content().files()).containsOnlyKeys("Kptfile");
        assertThat(view.leftOut())
                .filteredOn(each -> each.ref().equals("p/v1"))
                .extracting(LeftOut::kind)
                .containsExactlyInAnyOrder(LeftOut.Kind.NOT_TEXT, LeftOut.Kind.PATHS);
        assertThat(view.leftOut().toString()).contains("huge.yaml", "image");
    }

    @ParameterizedTest
    @CsvSource({
        "1700000000000 +0000,false",
        "9274780800 +0000,true",
        "99999999999999999999 +0000,false",
        "-1 +0000,true",
        "-99999999999999 +0000,false",
        "1700000000 +9999,true",
        "1700000000 -2500,true",
        "1700000000,true",
        "soon,false",
        "'',false"
    })
    void any_date_is_read_or_replaced(String date, boolean dated) throws IOException {
        bare.tag("good/v1", bare.commit("main", "m", Map.of("good/Kptfile", KPTFILE, "p/Kptfile", KPTFILE)));
        bare.tag("p/v1", commit("author Jo <jo@example.com> " + date + "\n"));

        GitView.Readable view = look();

        assertThat(byRef(view)).containsKeys("good/v1:good", "p/v1:p");
        GitRevision odd = byRef(view).get("p/v1:p");
        assertThat(odd.publishedBy()).isEqualTo("jo@example.com");
        assertThat(odd.publishedAt())
                .isBetween(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59Z"));
        assertThat(view.leftOut()).hasSize(dated ? 0 : 1);
        if (!dated) {
            assertThat(odd.publishedAt()).isEqualTo(Instant.ofEpochSecond(1_600_000_000));
        }
    }

    @Test
    void commits_without_author_and_with_nul_are_read() throws IOException {
        bare.tag("good/v1", bare.commit("main", "m", Map.of("good/Kptfile", KPTFILE, "p/Kptfile", KPTFILE)));
        bare.tag("p/v1", commit(""));
        bare.tag("p/v2", commit("author Jo\0 <jo\0@example.com> 1700000000 +0000\nencoding klingon\n"));
        bare.tag(
                "p/v3",
                bare.commit(
                        "main",
                        "m\n\nkpt:{\"package\":\"p\",\"workspaceName\":\"a\\u0000b/../c\",\"revision\":\"3\"}\nkpt:{]\n",
                        Map.of("good/Kptfile", KPTFILE, "p/Kptfile", KPTFILE)));
        GitView.Readable view = look();
        assertThat(byRef(view)).containsKeys("good/v1:good", "p/v1:p", "p/v2:p", "p/v3:p");
        assertThat(byRef(view).get("p/v2:p").publishedBy()).isEqualTo("jo@example.com");
        assertThat(byRef(view).get("p/v3:p").name().workspace()).isEqualTo("v3");
        assertThat(view.leftOut()).extracting(LeftOut::ref).contains("p/v1", "p/v3");
    }

    /** A commit of the tree at main whose header has this author line. */
    private ObjectId commit(String author) throws IOException {
        String tree = bare.repository().resolve("refs/heads/main^{tree}").name();
        return bare.object(
                Constants.OBJ_COMMIT,
                bytes("tree " + tree + "\n" + author + "committer Jo <jo@example.com> 1600000000 +0000\n\nx\n"));
    }

    private ObjectId annotated(ObjectId target, String type) throws IOException {
        return bare.object(
                Constants.OBJ_TAG,
                bytes("object " + target.name() + "\ntype " + type
                        + "\ntag x\ntagger Jo <jo@example.com> 1600000000 +0000\n\nx\n"));
    }

    @Test
    void broken_trees_are_left_out_by_themselves() throws IOException {
        ObjectId blob = bare.object(Constants.OBJ_BLOB, bytes(KPTFILE));
        bare.tag("good/v1", bare.commit("main", "m", Map.of("good/Kptfile", KPTFILE, "p/Kptfile", KPTFILE)));
        ByteArrayOutputStream torn = new ByteArrayOutputStream();
        torn.write(bytes("100644 Kptfile\0"));
        torn.write(new byte[] {1, 2, 3});
        bare.tag(
                "p/v2",
                bare.with("side", "", bytes("p"), "40000", bare.object(Constants.OBJ_TREE, torn.toByteArray())));
        bare.tag(
                "p/v3",
                bare.with(
                        "side3",
                        "",
                        bytes("p"),
                        "40000",
                        bare.tree("100644", "Kptfile", blob, "100644", "Kptfile", blob)));
        bare.tag(
                "p/v4",
                bare.with(
                        "side4",
                        "",
                        bytes("p"),
                        "40000",
                        bare.tree("100644", "Kptfile", blob, "160000", "sub", good(), "120000", "link", blob)));
        bare.tag("p/v5", bare.with("side5", "", bytes("p"), "40000", bare.tree("120000", "Kptfile", blob)));
        bare.delete("refs/heads/side");

        GitView.Readable view = look();

        assertThat(byRef(view))
                .as("%s", view.leftOut())
                .containsKeys("good/v1:good", "p/v4:p")
                .doesNotContainKey("p/v5:p");
        assertThat(view.leftOut()).extracting(LeftOut::ref).contains("p/v2", "p/v3", "p/v4");
    }

    private static ObjectId good() {
        return ObjectId.fromString("0123456789012345678901234567890123456789");
    }

    @Test
    void what_is_left_out_is_remembered_with_the_rest() throws IOException {
        bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE));
        bare.tag("p/v1", bare.with("main", "p", bytes("a\\b"), "100644", bare.object(Constants.OBJ_BLOB, bytes("x"))));
        GitView.Readable first = look();
        bare.set("refs/heads/elsewhere", bare.repository().resolve("refs/heads/main"));

        assertThat(look().leftOut()).isEqualTo(first.leftOut()).hasSize(2);
        try (JGitRepositories stranger = fresh(secret -> Optional.empty())) {
            assertThat(stranger.look(repository())).isEqualTo(look());
        }
    }

    @Test
    void a_clone_with_a_damaged_object_is_made_anew_once_and_for_all() throws IOException {
        bare.tag("p/v1", bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE)));
        GitView.Readable before = look();
        git.close();
        try (Stream<Path> files = Files.walk(directory.resolve("work"))) {
            for (Path pack :
                    files.filter(each -> each.toString().endsWith(".pack")).toList()) {
                byte[] bytes = Files.readAllBytes(pack);
                for (int i = 12; i < bytes.length - 20; i++) {
                    bytes[i] ^= 0x55;
                }
                Files.delete(pack);
                Files.write(pack, bytes);
            }
        }
        git = fresh(secret -> Optional.empty());
        assertThat(List.of(look(), look())).containsExactly(before, before);
    }
}
