package dev.firedrill.recovery.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.git.transport.GitHttpSettings;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.port.CredentialsSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A remote on disk and what reads it. */
abstract class GitFixture {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    static final String KPTFILE = "apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: x\n";

    @TempDir
    Path directory;

    BareRepository bare;
    JGitRepositories git;

    @BeforeEach
    void open() throws IOException {
        bare = new BareRepository(directory.resolve("remote.git"));
        git = fresh(secret -> Optional.empty());
    }

    @AfterEach
    void close() {
        git.close();
        bare.close();
    }

    JGitRepositories fresh(CredentialsSource credentials) {
        return new JGitRepositories(directory.resolve("work"), credentials, Journal.none(), CLOCK, true, true);
    }

    Repository repository(String url, boolean createBranch, Optional<String> secret, String below) {
        return new Repository(
                "ns",
                "r1",
                "uid",
                1,
                false,
                url,
                "main",
                createBranch,
                below,
                secret,
                false,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                "{}");
    }

    Repository repository() {
        return repository(bare.url(), false, Optional.empty(), "");
    }

    List<GitRevision> revisions(Repository repository) {
        GitView view = git.look(repository);
        assertThat(view).isInstanceOf(GitView.Readable.class);
        return ((GitView.Readable) view).revisions();
    }

    static CachedRevision proposed(String path, String workspace, Map<String, String> files) {
        return new CachedRevision(
                new RevisionName(new PackageName("ns", "r1", path), workspace),
                0,
                Lifecycle.PROPOSED,
                false,
                Metadata.none(Instant.EPOCH),
                PackageContent.of(files),
                Optional.of("{\"type\":\"init\",\"init\":{\"description\":\"d\"}}"),
                "",
                new GitLock("", path, "drafts/" + path + "/" + workspace, GitLock.NOT_PUSHED),
                Instant.EPOCH,
                "");
    }

    /** The same without a login and with other patience or other authorities. */
    JGitRepositories fresh(GitHttpSettings settings) {
        return new JGitRepositories(
                directory.resolve("work"), secret -> Optional.empty(), Journal.none(), CLOCK, true, true, settings);
    }
}
