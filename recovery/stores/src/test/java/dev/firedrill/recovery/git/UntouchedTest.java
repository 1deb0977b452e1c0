package dev.firedrill.recovery.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.PackageContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.junit.jupiter.api.Test;

/** An approval, a draft's branch and a deletion change what the user changed, and nothing else of the branch. */
class UntouchedTest extends GitFixture {
    private static final ObjectId ELSEWHERE = ObjectId.fromString("0123456789012345678901234567890123456789");

    private ObjectId blob(String text) throws IOException {
        return bare.object(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8));
    }

    private void oddBranch() throws IOException {
        ObjectId empty = bare.object(Constants.OBJ_TREE, new byte[0]);
        ObjectId kptfile = blob(KPTFILE);
        ObjectId inside = bare.tree(
                "100644",
                "Kptfile",
                kptfile,
                "100755",
                "gone.sh",
                blob("gone"),
                "100664",
                "group.yaml",
                blob("a: 1\r\n"),
                "120000",
                "link",
                blob("Kptfile"),
                "100644",
                "logo",
                bare.object(Constants.OBJ_BLOB, new byte[] {0, 1, 2}),
                "40000",
                "nothing",
                empty,
                "100755",
                "run.sh",
                blob("#!/bin/sh\n"),
                "160000",
                "sub",
                ELSEWHERE,
                "100644",
                "a\\b",
                blob("x"));
        ObjectId outside = bare.tree(
                "120000",
                "link",
                blob("run.sh"),
                "100664",
                "old",
                blob("x"),
                "040000",
                "padded",
                empty,
                "100755",
                "run.sh",
                blob("#!/bin/sh\n"),
                "100644",
                "run.sh",
                blob("twice"),
                "40000",
                "..",
                empty);
        bare.with("main", "", "p".getBytes(StandardCharsets.UTF_8), "40000", inside);
        bare.with("main", "", "docs".getBytes(StandardCharsets.UTF_8), "40000", outside);
        bare.with("main", "p", new byte[] {'B', (byte) 0xfc}, "100644", blob("latin"));
        bare.with("main", "", new byte[] {'g', (byte) 0xdf}, "100755", blob("latin"));
        bare.with("main", "", "vendor".getBytes(StandardCharsets.UTF_8), "160000", ELSEWHERE);
    }

    /** The bytes of a tree, one character each. */
    private String bytes(String commit, String path) throws IOException {
        try (ObjectReader reader = bare.repository().newObjectReader()) {
            ObjectId root =
                    bare.repository().parseCommit(ObjectId.fromString(commit)).getTree();
            ObjectId tree = path.isEmpty() ? root : bare.blob(ObjectId.fromString(commit), path);
            return new String(reader.open(tree, Constants.OBJ_TREE).getBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private CachedRevision edit(Map<String, String> change) {
        GitRevision head = revisions(repository()).stream()
                .filter(each -> each.name().packageName().path().equals("p"))
                .findFirst()
                .orElseThrow();
        Map<String, String> files = new TreeMap<>(head.content().files());
        files.putAll(change);
        files.values().removeIf(text -> text.equals("gone"));
        return proposed("p", "ws", files).withContent(PackageContent.of(files));
    }

    @Test
    void an_approval_that_changes_nothing_leaves_the_tree_byte_for_byte() throws IOException {
        oddBranch();
        String before = bare.refs().get("refs/heads/main");
        CachedRevision same = edit(Map.of());
        Map<String, String> files = new TreeMap<>(same.content().files());
        files.put("gone.sh", "gone");

        git.publish(repository(), same.withContent(PackageContent.of(files)), 1, "");

        String after = bare.refs().get("refs/heads/main");
        assertThat(after).isNotEqualTo(before);
        assertThat(bytes(after, "")).isEqualTo(bytes(before, ""));
    }

    @Test
    void a_file_that_becomes_a_directory_lies_where_git_sorts_directories() throws IOException {
        bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE, "p/run", "x", "p/run.sh", "x"));

        Map<String, String> files = new TreeMap<>(edit(Map.of()).content().files());
        files.remove("run");
        files.put("run/below", "x");
        git.publish(repository(), proposed("p", "ws", files).withContent(PackageContent.of(files)), 1, "");

        String after = bare.refs().get("refs/heads/main");
        byte[] tree = bytes(after, "p").getBytes(StandardCharsets.ISO_8859_1);
        assertThatCode(() -> new ObjectChecker().checkTree(tree))
                .as("what git itself checks")
                .doesNotThrowAnyException();
        assertThat(new String(tree, StandardCharsets.ISO_8859_1)).containsSubsequence("100644 run.sh", "40000 run\0");
    }

    @Test
    void an_approval_changes_the_files_that_the_user_changed() throws IOException {
        oddBranch();
        String before = bare.refs().get("refs/heads/main");

        git.publish(repository(), edit(Map.of("run.sh", "new", "b/c.yaml", "new")), 1, "");

        String after = bare.refs().get("refs/heads/main");
        assertThat(bytes(after, "docs")).isEqualTo(bytes(before, "docs"));
        String inside = bytes(before, "p");
        String expected = inside.replaceFirst("(?s)100755 gone.sh\0.{20}", "")
                .replace(raw("100755 run.sh", blob("#!/bin/sh\n")), raw("100755 run.sh", blob("new")));
        String added = raw("40000 b", bare.blob(ObjectId.fromString(after), "p/b"));
        assertThat(bytes(after, "p")).isEqualTo(expected.replace("100664 group", added + "100664 group"));
        assertThat(revisions(repository()))
                .filteredOn(each -> each.revision() == 1)
                .singleElement()
                .satisfies(each -> assertThat(each.content().files())
                        .containsEntry("group.yaml", "a: 1\r\n")
                        .containsEntry("b/c.yaml", "new")
                        .containsEntry("run.sh", "new")
                        .doesNotContainKey("gone.sh"));
    }

    private static String raw(String entry, ObjectId id) {
        byte[] raw = new byte[Constants.OBJECT_ID_LENGTH];
        id.copyRawTo(raw, 0);
        return entry + "\0" + new String(raw, StandardCharsets.ISO_8859_1);
    }

    @Test
    void deleting_a_package_takes_its_directory_alone() throws IOException {
        oddBranch();
        String before = bytes(bare.refs().get("refs/heads/main"), "");

        git.deleteDirectory(repository(), edit(Map.of()));

        assertThat(bytes(bare.refs().get("refs/heads/main"), ""))
                .isEqualTo(before.replaceFirst("(?s)40000 p\0.{20}", ""));
    }
}
