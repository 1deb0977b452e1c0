package dev.firedrill.recovery.sets.member.git;

import dev.firedrill.recovery.sets.artefact.ArtefactWriter;
import dev.firedrill.recovery.sets.format.Compression;
import dev.firedrill.recovery.sets.format.Hashes;
import dev.firedrill.recovery.sets.format.MemberKind;
import dev.firedrill.recovery.sets.format.SetJson;
import dev.firedrill.recovery.sets.format.Window;
import dev.firedrill.recovery.sets.member.Member;
import dev.firedrill.recovery.sets.member.Taken;
import dev.firedrill.recovery.sets.member.git.GitDetails.RepositoryRecord;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    private static final int LONGEST_CHAIN = 30;
    private static final int NAME_LENGTH = 12;

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
        Optional<GitDetails> before = artefacts
                .baseMetadata()
                .map(metadata -> SetJson.value(metadata.details(), GitDetails.class, "the base's git/metadata.json"));
        List<RepositoryRecord> records = new ArrayList<>();
        for (GitSource source : sources) {
            Optional<RepositoryRecord> old = before.flatMap(each -> each.repository(source.name()));
            records.add(take(source, old, artefacts));
        }
        GitDetails details = new GitDetails(records);
        return new Taken(
                new Window(from, clock.instant()),
                SetJson.object(details),
                GitCommands.restoring(details, artefacts::relative));
    }

    private RepositoryRecord take(GitSource source, Optional<RepositoryRecord> old, ArtefactWriter artefacts) {
        GitRemote remote = new GitRemote(source, login);
        Instant at = clock.instant();
        if (old.isPresent()) {
            RemoteState now = remote.state();
            // The same refs are the same objects: nothing has to be fetched to know that.
            if (now.refs().equals(old.get().refs()) && carry(old.get(), artefacts)) {
                return record(source, at, now, old.get().bundles());
            }
        }
        try (LocalCopy copy = LocalCopy.create()) {
            RemoteState state = remote.fetch(copy.repository());
            check(source, copy, state);
            List<String> bundles = new ArrayList<>();
            if (!state.refs().isEmpty()) {
                Optional<RepositoryRecord> base = old.filter(each -> carry(each, artefacts));
                base.ifPresent(each -> bundles.addAll(each.bundles()));
                bundles.add(write(source, copy, state, base, artefacts));
            }
            return record(source, at, state, bundles);
        }
    }

    private static RepositoryRecord record(GitSource source, Instant at, RemoteState state, List<String> bundles) {
        String head = state.head().orElse(null);
        return new RepositoryRecord(source.name(), Logins.removed(source.url()), at, head, state.refs(), bundles);
    }

    /** Whether the new set can build on all bundles of a repository; a long chain is begun anew. */
    private static boolean carry(RepositoryRecord old, ArtefactWriter artefacts) {
        return old.bundles().size() < LONGEST_CHAIN && artefacts.carryAll(old.bundles());
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

    private static String write(
            GitSource source,
            LocalCopy copy,
            RemoteState state,
            Optional<RepositoryRecord> base,
            ArtefactWriter artefacts) {
        BundleWriter writer = new BundleWriter(copy.repository());
        for (Map.Entry<String, String> ref : state.refs().entrySet()) {
            writer.include(ref.getKey(), ObjectId.fromString(ref.getValue()));
        }
        base.ifPresent(each -> copy.commits(each.refs().values()).forEach(writer::assume));
        // Bundles of several sets stand side by side in a chain, so that each has a name of its own.
        String name =
                "r" + Hashes.of(source.name().getBytes(StandardCharsets.UTF_8)).substring(0, NAME_LENGTH) + "."
                        + artefacts.place().root() + ".bundle";
        return artefacts
                .write(name, Compression.NONE, out -> writer.writeBundle(NullProgressMonitor.INSTANCE, out))
                .path();
    }
}
