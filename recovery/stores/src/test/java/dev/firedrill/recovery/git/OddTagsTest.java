package dev.firedrill.recovery.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.LeftOut;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.Test;

/** Tags and branches that name no package revision are named together, and the revisions beside them are read. */
class OddTagsTest extends GitFixture {
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

    @Test
    void tags_on_anything_are_read_or_named() throws IOException {
        ObjectId commit = bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE));
        ObjectId tree = bare.repository().resolve("refs/heads/main^{tree}");
        bare.tag("p/v1", commit);
        bare.tag("p/v2", bare.blob(commit, "p/Kptfile"));
        bare.tag("p/v3", tree);
        bare.tag("p/v4", annotated(annotated(commit, "commit"), "tag"));
        bare.tag("p/v5", annotated(tree, "tree"));
        bare.tag("p/v0", commit);

        GitView.Readable view = look();

        assertThat(byRef(view)).containsOnlyKeys("main:p", "p/v1:p", "p/v4:p");
        assertThat(view.leftOut())
                .allSatisfy(each -> assertThat(each.kind()).isEqualTo(LeftOut.Kind.NO_REVISION))
                .extracting(LeftOut::ref)
                .containsExactlyInAnyOrder("p/v0", "p/v2", "p/v3", "p/v5");
    }

    private ObjectId annotated(ObjectId target, String type) throws IOException {
        return bare.object(
                Constants.OBJ_TAG,
                bytes("object " + target.name() + "\ntype " + type
                        + "\ntag x\ntagger Jo <jo@example.com> 1600000000 +0000\n\nx\n"));
    }

    @Test
    void tags_that_name_no_package_are_named_together() throws IOException {
        ObjectId commit = bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE, "docs/a.md", "x"));
        bare.tag("p/v1", commit);
        for (String tag : List.of("Release4", "v1.0.0", "v2.0.0", "v3", "docs/v1", "gone/v1", "gone/v2.0.0")) {
            bare.tag(tag, commit);
        }
        GitView.Readable view = (GitView.Readable) git.look(repository());
        assertThat(view.revisions()).hasSize(2);
        assertThat(view.leftOut())
                .extracting(LeftOut::kind, LeftOut::ref, LeftOut::why)
                .containsExactlyInAnyOrder(
                        tuple(
                                LeftOut.Kind.NO_REVISION,
                                "Release4",
                                "the tag of one is named PATH/VERSION ('Release4', 'v1.0.0', 'v2.0.0' and 1 more)"),
                        tuple(
                                LeftOut.Kind.NO_REVISION,
                                "docs/v1",
                                "no Kptfile lies in the directory that the tag names"
                                        + " ('docs/v1', 'gone/v1', 'gone/v2.0.0')"));
        assertThat(((GitView.Readable) git.look(repository())).leftOut()).isEqualTo(view.leftOut());
    }

    @Test
    void proposals_to_delete_what_git_does_not_have_are_named_together() throws IOException {
        ObjectId commit = bare.commit("main", "m", Map.of("p/Kptfile", KPTFILE));
        bare.tag("p/v1", commit);
        for (String branch : List.of("p/v1", "p/v2", "gone/v1", "gone/v3.0.0")) {
            bare.set("refs/heads/deletionProposed/" + branch, commit);
        }
        assertThat(((GitView.Readable) git.look(repository())).leftOut())
                .extracting(LeftOut::kind, LeftOut::ref, LeftOut::why)
                .containsExactly(tuple(
                        LeftOut.Kind.NO_REVISION,
                        "deletionProposed/gone/v1",
                        "it proposes a revision for deletion that has no tag ('deletionProposed/gone/v1',"
                                + " 'deletionProposed/gone/v3.0.0', 'deletionProposed/p/v2')"));
    }

    @Test
    void tags_elsewhere_than_in_the_directory_are_none_of_the_repositorys() throws IOException {
        ObjectId commit = bare.commit("main", "m", Map.of("team/p/Kptfile", KPTFILE, "x", "x"));
        bare.tag("team/p/v1", commit);
        bare.tag("v1.0.0", commit);
        bare.tag("other/v1", commit);
        GitView.Readable view = (GitView.Readable) git.look(repository(bare.url(), false, Optional.empty(), "team"));
        assertThat(view.revisions()).hasSize(2);
        assertThat(view.leftOut()).isEmpty();
    }
}
