package dev.firedrill.recovery.git.clone;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.BatchRefUpdate;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.ReceiveCommand;

/**
 * The objects that a clone has whole, with all that they lead to. Each is held by a ref that is named after the object and
 * not after the server's ref: no two servers' names can then stand in each other's way, and no name is one that the
 * machine's file system cannot hold.
 */
public final class Tips {
    private static final String FOLDER = "refs/tips/";

    private final Repository repository;

    Tips(Repository repository) {
        this.repository = repository;
    }

    Set<ObjectId> present() throws IOException {
        Set<ObjectId> present = new HashSet<>();
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix(FOLDER)) {
            if (ref.getObjectId() != null) {
                present.add(ref.getObjectId());
            }
        }
        return present;
    }

    /**
     * Whether the clone has {@code ids} and all that they lead to, beyond what it is known to have.
     *
     * @throws IOException when the clone has lost what it was known to have
     */
    boolean isWhole(Collection<ObjectId> ids) throws IOException {
        for (ObjectId id : ids) {
            if (!repository.getObjectDatabase().has(id)) {
                return false;
            }
        }
        try (ObjectWalk walk = new ObjectWalk(repository)) {
            for (ObjectId known : present()) {
                walk.markUninteresting(walk.parseAny(known));
            }
            return leadSomewhere(walk, ids);
        }
    }

    private static boolean leadSomewhere(ObjectWalk walk, Collection<ObjectId> ids) throws IOException {
        try {
            for (ObjectId id : ids) {
                walk.markStart(walk.parseAny(id));
            }
            walk.checkConnectivity();
            return true;
        } catch (MissingObjectException e) {
            return false;
        } catch (IncorrectObjectTypeException | CorruptObjectException | RuntimeException e) {
            // Everything came as the server sent it, and something is no valid object; its reader names it.
            return true;
        }
    }

    /** Holds {@code added} from now on and {@code stale} no longer. */
    void update(Collection<ObjectId> added, Collection<ObjectId> stale) throws IOException {
        if (added.isEmpty() && stale.isEmpty()) {
            return;
        }
        BatchRefUpdate batch = repository.getRefDatabase().newBatchUpdate();
        batch.setAllowNonFastForwards(true);
        // One file for all refs, written once.
        batch.setAtomic(true);
        for (ObjectId id : added) {
            batch.addCommand(new ReceiveCommand(ObjectId.zeroId(), id, FOLDER + id.name()));
        }
        for (ObjectId id : stale) {
            batch.addCommand(new ReceiveCommand(id, ObjectId.zeroId(), FOLDER + id.name()));
        }
        try (RevWalk walk = new RevWalk(repository)) {
            batch.execute(walk, NullProgressMonitor.INSTANCE);
        }
        for (ReceiveCommand command : batch.getCommands()) {
            if (command.getResult() != ReceiveCommand.Result.OK) {
                throw new IOException("ref " + command.getRefName() + " of the clone cannot be written: "
                        + command.getResult() + " " + command.getMessage());
            }
        }
    }
}
