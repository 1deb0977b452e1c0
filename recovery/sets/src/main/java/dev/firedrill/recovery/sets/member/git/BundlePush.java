package dev.firedrill.recovery.sets.member.git;

import dev.firedrill.recovery.sets.artefact.ArtefactReader;
import dev.firedrill.recovery.sets.format.Hashes;
import dev.firedrill.recovery.sets.member.git.GitDetails.RepositoryRecord;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;

/** Makes one repository have exactly the refs of its bundle. */
final class BundlePush {
    private final GitRemote remote;
    private final RepositoryRecord record;
    private final ArtefactReader artefacts;

    BundlePush(GitRemote remote, RepositoryRecord record, ArtefactReader artefacts) {
        this.remote = remote;
        this.record = record;
        this.artefacts = artefacts;
    }

    void push() {
        try (LocalCopy copy = LocalCopy.create()) {
            for (String bundle : record.bundles()) {
                unpack(copy, bundle);
            }
            copy.checkConnected(record.refs().values());
            List<RemoteRefUpdate> updates = updates(copy);
            if (!updates.isEmpty()) {
                send(copy, updates);
            }
        } catch (IOException | URISyntaxException e) {
            throw remote.failed("pushing into", e);
        }
    }

    private void send(LocalCopy copy, List<RemoteRefUpdate> updates) throws IOException, URISyntaxException {
        try (Transport transport = remote.openFor(copy.repository())) {
            PushResult result = transport.push(NullProgressMonitor.INSTANCE, updates);
            check(result.getRemoteUpdates());
        }
    }

    /** The whole bundle is read and compared with its hash before anything of it is sent anywhere. */
    private void unpack(LocalCopy copy, String bundle) throws IOException {
        Path file = copy.file(Hashes.of(bundle.getBytes(StandardCharsets.UTF_8)));
        try (InputStream in = artefacts.open(bundle)) {
            Files.copy(in, file);
        }
        new GitRemote(new GitSource(record.name(), file.toString()), new GitLogin(Optional.empty()))
                .fetch(copy.repository());
    }

    private List<RemoteRefUpdate> updates(LocalCopy copy) throws IOException {
        List<RemoteRefUpdate> updates = new ArrayList<>();
        var present = remote.state().refs();
        for (var ref : record.refs().entrySet()) {
            if (!ref.getValue().equals(present.get(ref.getKey()))) {
                updates.add(update(copy, ref.getKey(), ObjectId.fromString(ref.getValue())));
            }
        }
        TreeSet<String> foreign = new TreeSet<>(present.keySet());
        foreign.removeAll(record.refs().keySet());
        for (String name : foreign) {
            updates.add(update(copy, name, ObjectId.zeroId()));
        }
        return updates;
    }

    private static RemoteRefUpdate update(LocalCopy copy, String name, ObjectId id) throws IOException {
        return new RemoteRefUpdate(copy.repository(), null, id, name, true, null, null);
    }

    private void check(Collection<RemoteRefUpdate> updates) throws IOException {
        for (RemoteRefUpdate update : updates) {
            boolean done = switch (update.getStatus()) {
                case OK, UP_TO_DATE, NON_EXISTING -> true;
                default -> false;
            };
            if (!done) {
                throw new IOException(update.getRemoteName() + " was refused: " + update.getStatus() + " "
                        + (update.getMessage() == null ? "" : update.getMessage()));
            }
        }
    }
}
