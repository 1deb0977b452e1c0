package dev.firedrill.recovery.model;

import java.util.Map;
import java.util.Optional;

/**
 * A Repository object of the control plane, which is the truth for what repositories there are (rule 1).
 *
 * @param uid changes when the object is created anew
 * @param deleting whether deletion was asked for and the finalizer still holds the object
 * @param directory without slashes at its ends; empty for the root
 * @param secretName the Secret with the git credentials
 * @param runOnceAt {@code spec.sync.runOnceAt}: asks for one full synchronisation
 * @param author name and e-mail for commits when the Repository sets them, as {@code name <e-mail>}
 * @param url where git is, with the login that it may bear: for the connection alone
 * @param json the whole object as the API returned it, logins in URLs apart, for the {@code spec} column of its row
 */
public record Repository(
        String namespace,
        String name,
        String uid,
        long generation,
        boolean deleting,
        String url,
        String branch,
        boolean createBranch,
        String directory,
        Optional<String> secretName,
        boolean deployment,
        Optional<String> runOnceAt,
        Optional<String> author,
        Map<String, String> annotations,
        String json) {
    public Repository {
        annotations = Map.copyOf(annotations);
    }

    /** Where git is, without a login: what rows, locks, messages and packages name. */
    public String place() {
        return Secrets.removed(url);
    }

    @Override
    public String toString() {
        return "Repository " + namespace + "/" + name + " at " + place();
    }
}
