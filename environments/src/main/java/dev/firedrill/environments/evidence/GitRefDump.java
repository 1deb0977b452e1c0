package dev.firedrill.environments.evidence;

import dev.firedrill.environments.role.GitServer;
import java.util.TreeSet;

/** All refs of all repositories of a git server, as text: what {@code git for-each-ref} shows. */
public final class GitRefDump {
    private GitRefDump() {}

    /** A paragraph a repository. */
    public static String of(GitServer server) {
        StringBuilder text = new StringBuilder();
        for (String repository : new TreeSet<>(server.repositories())) {
            text.append(repository).append('\n');
            server.refs(repository)
                    .forEach((name, id) -> text.append("  ")
                            .append(id)
                            .append(' ')
                            .append(name)
                            .append('\n'));
        }
        return text.toString();
    }
}
