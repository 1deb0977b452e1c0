package dev.firedrill.recovery.sets.member.git;

import dev.firedrill.recovery.sets.artefact.ArtefactReader;
import dev.firedrill.recovery.sets.format.MemberKind;
import dev.firedrill.recovery.sets.format.SetJson;
import dev.firedrill.recovery.sets.member.MemberTarget;
import dev.firedrill.recovery.sets.member.TargetLook;
import dev.firedrill.recovery.sets.member.git.GitDetails.RepositoryRecord;
import dev.firedrill.recovery.sets.problem.SetRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Repositories that a git member is restored into, all of them or some. */
public final class GitTarget implements MemberTarget {
    private final UnaryOperator<String> urlOf;
    private final Set<String> only;
    private final GitLogin login;

    /**
     * Where the repositories go.
     *
     * @param urlOf gives the URL for the name of a repository
     * @param only the repositories to restore; empty for all
     */
    public GitTarget(UnaryOperator<String> urlOf, Set<String> only, GitLogin login) {
        this.urlOf = urlOf;
        this.only = Set.copyOf(only);
        this.login = login;
    }

    @Override
    public MemberKind kind() {
        return MemberKind.GIT;
    }

    @Override
    public TargetLook look(ArtefactReader artefacts) {
        List<RepositoryRecord> records = chosen(artefacts);
        List<TargetLook> looks = records.stream().map(this::look).toList();
        long same = looks.stream()
                .filter(look -> look.state() == TargetLook.State.SAME)
                .count();
        List<String> others = looks.stream()
                .filter(look -> look.state() == TargetLook.State.OTHER)
                .map(TargetLook::description)
                .toList();
        if (!others.isEmpty()) {
            return new TargetLook(TargetLook.State.OTHER, String.join("; ", others));
        }
        if (same == records.size()) {
            return new TargetLook(TargetLook.State.SAME, same + " repositories, all as in the set");
        }
        boolean begun = looks.stream().anyMatch(look -> look.state() != TargetLook.State.EMPTY);
        return new TargetLook(
                begun ? TargetLook.State.PART : TargetLook.State.EMPTY,
                records.size() + " repositories, " + same + " as in the set already, the others empty or begun");
    }

    @Override
    public List<String> restore(ArtefactReader artefacts, boolean replace) {
        List<String> remarks = new ArrayList<>();
        for (RepositoryRecord record : chosen(artefacts)) {
            TargetLook look = look(record);
            if (look.state() == TargetLook.State.OTHER && !replace) {
                throw new SetRefused(look.description() + "; name the member by --replace to let it go");
            }
            GitRemote remote = remote(record);
            remote.createFolder();
            if (look.state() != TargetLook.State.SAME) {
                new BundlePush(remote, record, artefacts).push();
            }
            if (record.head() != null && !remote.setHead(record.head())) {
                remarks.add("set the default branch of " + record.name() + " to "
                        + record.head().replaceFirst("^refs/heads/", "") + " at the git server: no push can do it");
            }
        }
        return remarks;
    }

    /** Fetches everything back, so that a server that lists a ref and cannot send it is seen. */
    @Override
    public List<String> differences(ArtefactReader artefacts) {
        List<String> differences = new ArrayList<>();
        for (RepositoryRecord record : chosen(artefacts)) {
            try (LocalCopy copy = LocalCopy.create()) {
                RemoteState state = remote(record).fetch(copy.repository());
                if (!state.refs().equals(record.refs())) {
                    differences.add("the refs of " + record.name() + " are not those of the set");
                }
                copy.checkConnected(state.refs().values());
            } catch (IOException e) {
                differences.add("objects of " + record.name() + " are missing: " + e.getMessage());
            }
        }
        return differences;
    }

    private List<RepositoryRecord> chosen(ArtefactReader artefacts) {
        GitDetails details = SetJson.value(
                artefacts.metadata().details(),
                GitDetails.class,
                artefacts.metadata().alias() + "/metadata.json");
        for (String name : only) {
            if (details.repository(name).isEmpty()) {
                throw new SetRefused("the set has no repository '" + name + "'; 'backup show' lists them");
            }
        }
        return details.repositories().stream()
                .filter(record -> only.isEmpty() || only.contains(record.name()))
                .toList();
    }

    private TargetLook look(RepositoryRecord record) {
        GitRemote remote = remote(record);
        if (remote.folder()
                .filter(folder -> !Files.exists(folder.resolve("HEAD")))
                .isPresent()) {
            return new TargetLook(TargetLook.State.EMPTY, record.name() + " is not there");
        }
        var present = remote.state().refs();
        if (present.equals(record.refs())) {
            return new TargetLook(TargetLook.State.SAME, record.name() + " is as in the set");
        }
        List<String> foreign = present.entrySet().stream()
                .filter(ref -> !ref.getValue().equals(record.refs().get(ref.getKey())))
                .map(ref -> ref.getKey())
                .toList();
        if (foreign.isEmpty()) {
            return new TargetLook(present.isEmpty() ? TargetLook.State.EMPTY : TargetLook.State.PART, record.name());
        }
        return new TargetLook(
                TargetLook.State.OTHER,
                "the repository " + record.name() + " at " + Logins.removed(urlOf.apply(record.name())) + " has "
                        + foreign.size() + " refs that the set does not have or has elsewhere, such as "
                        + foreign.get(0));
    }

    private GitRemote remote(RepositoryRecord record) {
        return new GitRemote(new GitSource(record.name(), urlOf.apply(record.name())), login);
    }
}
