package dev.firedrill.recovery.sets.member.git;

import dev.firedrill.recovery.sets.artefact.ArtefactWriter;
import dev.firedrill.recovery.sets.format.Compression;
import dev.firedrill.recovery.sets.format.MemberKind;
import dev.firedrill.recovery.sets.format.SetJson;
import dev.firedrill.recovery.sets.format.Window;
import dev.firedrill.recovery.sets.member.Member;
import dev.firedrill.recovery.sets.member.Taken;
import dev.firedrill.recovery.sets.member.git.GitDetails.RepositoryRecord;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.BundleWriter;

/**
 * All refs of repositories, a bundle each. A repository is fetched as a client would, every object is hashed and everything that a
 * ref leads to is looked for before the bundle is written: what is damaged is an error, which names the repository.
 */
public final class GitMember implements Member {
    private final List<GitSource> sources;
    private final GitLogin login;
    private final Clock clock;

    /** Takes repositories, sorted by name. */
    public GitMember(List<GitSource> sources, GitLogin login, Clock clock) {
        this.sources =
                sources.stream().sorted(Comparator.comparing(GitSource::name)).toList();
        this.login = login;
        this.clock = clock;
    }

    @Override
    public MemberKind kind() {
        return MemberKind.GIT;
    }

    @Override
    public Taken take(ArtefactWriter artefacts) {
        Instant from = clock.instant();
        List<RepositoryRecord> records = new ArrayList<>();
        for (GitSource source : sources) {
            records.add(take(source, records.size() + 1, artefacts));
        }
        GitDetails details = new GitDetails(records);
        return new Taken(new Window(from, clock.instant()), SetJson.object(details), GitCommands.restoring(details));
    }

    private RepositoryRecord take(GitSource source, int number, ArtefactWriter artefacts) {
        GitRemote remote = new GitRemote(source, login);
        Instant at = clock.instant();
        try (LocalCopy copy = LocalCopy.create()) {
            RemoteState state = remote.fetch(copy.repository());
            check(source, copy, state);
            Optional<String> bundle = state.refs().isEmpty()
                    ? Optional.empty()
                    : Optional.of(write(copy, state, "r%05d.bundle".formatted(number), artefacts));
            return new RepositoryRecord(
                    source.name(),
                    Logins.removed(source.url()),
                    at,
                    state.head().orElse(null),
                    state.refs(),
                    bundle.orElse(null));
        }
    }

    private static void check(GitSource source, LocalCopy copy, RemoteState state) {
        try {
            copy.checkConnected(state.refs().values());
        } catch (MissingObjectException | IncorrectObjectTypeException e) {
            throw new StoreUnavailable(
                    "the git repository " + source.name() + " at " + Logins.removed(source.url()) + " is damaged: "
                            + e.getMessage() + ". Mend it, or leave it out by name",
                    e);
        } catch (IOException e) {
            throw new StoreUnavailable("reading the copy of the git repository " + source.name() + " failed", e);
        }
    }

    private static String write(LocalCopy copy, RemoteState state, String name, ArtefactWriter artefacts) {
        BundleWriter writer = new BundleWriter(copy.repository());
        for (Map.Entry<String, String> ref : state.refs().entrySet()) {
            writer.include(ref.getKey(), ObjectId.fromString(ref.getValue()));
        }
        return artefacts
                .write(name, Compression.NONE, out -> writer.writeBundle(NullProgressMonitor.INSTANCE, out))
                .path();
    }
}
