package dev.firedrill.environments.role;

import dev.firedrill.model.GitAddress;
import dev.firedrill.model.RecoveryPoint;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;

/** The role of the git server: bare repositories behind authenticated smart HTTP. */
public interface GitServer extends StoreRole, Rewindable {
    /** How the harness itself reaches the server, past every link. */
    GitAddress address();

    /** Where the server listens: what a link of the orchestrator forwards to. */
    InetSocketAddress endpoint();

    /** The same server as seen through a link that listens at {@code link}. */
    GitAddress addressThrough(InetSocketAddress link);

    /** Creates an empty bare repository. A name that could leave the server's folder is refused. */
    void create(String repository);

    /** Removes one repository; the server then answers that it does not exist. */
    void remove(String repository);

    /** Replaces one repository by an empty one of the same name. */
    void empty(String repository);

    /** Puts one repository back to {@code point} and leaves all others untouched byte for byte. */
    void rewindTo(String repository, RecoveryPoint point);

    /** Removes every tag of one repository and keeps its branches, as a clone made without tags does. */
    void dropTags(String repository);

    /**
     * Lets a ref of each of these repositories name an object that they hold, past the protocol. A push of one ref can cost a
     * product several processes.
     *
     * @return whether all of them have it now; {@code false} where the server has no such way or an object is missing, in
     *     which case some may have it
     */
    default boolean setRef(Set<String> repositories, String ref, String id) {
        return false;
    }

    /** The repositories that the server holds. */
    Set<String> repositories();

    /** All refs of one repository, name to object id, read from disk and not over the network. */
    Map<String, String> refs(String repository);
}
