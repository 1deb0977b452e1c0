package dev.firedrill.recovery.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What made a revision, as git's commits say it: its own making, not that of an earlier revision of the same name. */
class OriginTasksTest extends GitFixture {
    private static final String CLONE =
            "{\"type\":\"clone\",\"clone\":{\"upstreamRef\":{\"upstreamRef\":{\"name\":\"up.p.v3\"}}}}";

    @BeforeEach
    void packageBranch() throws IOException {
        bare.commit("main", "m", Map.of("README.md", "r"));
    }

    private static CachedRevision life(String text, Optional<String> task) {
        CachedRevision made = proposed("p", "ws", Map.of("Kptfile", KPTFILE, "f", text));
        return new CachedRevision(
                made.name(),
                0,
                made.lifecycle(),
                false,
                made.metadata(),
                made.content(),
                task,
                "",
                made.lock(),
                made.updated(),
                "");
    }

    private Optional<String> readByAStranger(int number) throws IOException {
        try (JGitRepositories stranger = fresh(secret -> Optional.empty())) {
            return ((GitView.Readable) stranger.look(repository()))
                    .revisions().stream()
                            .filter(each -> each.revision() == number)
                            .findFirst()
                            .flatMap(GitRevision::originTask);
        }
    }

    @Test
    void the_second_life_of_a_name_has_its_own_origin() throws IOException {
        GitRevision first = git.publish(repository(), life("1", Optional.of("{\"type\":\"init\"}")), 1, "");
        git.deleteTag(repository(), first.lock());

        git.publish(repository(), life("2", Optional.of(CLONE)), 1, "");

        assertThat(readByAStranger(1)).contains(CLONE);
    }

    @Test
    void a_life_that_does_not_say_its_origin_has_not_that_of_the_one_before() throws IOException {
        GitRevision first = git.publish(repository(), life("1", Optional.of(CLONE)), 1, "");
        git.deleteTag(repository(), first.lock());

        git.publish(repository(), life("2", Optional.empty()), 1, "");

        assertThat(readByAStranger(1)).isEmpty();
    }

    @Test
    void edits_of_a_draft_do_not_hide_what_made_it() throws IOException {
        Map<String, String> files = Map.of("p/Kptfile", KPTFILE);
        bare.commit("main", "a\n\n" + annotation("0", ",\"task\":" + CLONE), files);
        bare.commit("main", "b\n\n" + annotation("0", ",\"task\":{\"type\":\"push\"}"), files);
        bare.commit("main", "c\n\n" + annotation("0", ",\"task\":{\"type\":\"render\"}"), files);
        ObjectId tagged = bare.commit("main", "d\n\n" + annotation("1", ""), files);
        bare.tag("p/v1", tagged);

        assertThat(readByAStranger(1)).contains(CLONE);
    }

    private static String annotation(String number, String task) {
        return "kpt:{\"package\":\"p\",\"workspaceName\":\"ws\",\"revision\":\"" + number + "\"" + task + "}\n";
    }
}
