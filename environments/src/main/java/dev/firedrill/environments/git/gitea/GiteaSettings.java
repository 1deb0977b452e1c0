package dev.firedrill.environments.git.gitea;

import java.util.LinkedHashMap;
import java.util.Map;

/** The variables of a Gitea in a container: what it needs for drills, and nothing that costs time and serves nobody. */
final class GiteaSettings {
    private GiteaSettings() {}

    /** @param port the local port at which it is reached */
    static Map<String, String> at(int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("security__INSTALL_LOCK", "true");
        settings.put("server__ROOT_URL", "http://127.0.0.1:" + port + "/");
        settings.put("server__DISABLE_SSH", "true");
        settings.put("server__OFFLINE_MODE", "true");
        settings.put("database__DB_TYPE", "sqlite3");
        settings.put("repository__DEFAULT_BRANCH", "main");
        settings.put("repository__ALLOW_ADOPTION_OF_UNADOPTED_REPOSITORIES", "true");
        settings.put("service__DISABLE_REGISTRATION", "true");
        // Each look at git carries the password, and stretching it costs more than the look. Ours is 128 random bits
        // and needs none. Gitea takes parameters from 1.19 on; earlier ones hash as they always did.
        settings.put("security__PASSWORD_HASH_ALGO", "pbkdf2$1$50");
        // The key that Gitea would else make to sign for others is one of RSA, which costs more than all of the start.
        settings.put("oauth2__JWT_SIGNING_ALGORITHM", "HS256");
        // Nobody here runs actions; to look for them at each push costs a sixteenth of it.
        settings.put("actions__ENABLED", "false");
        settings.put("log__LEVEL", "Warn");
        Map<String, String> variables = new LinkedHashMap<>();
        settings.forEach((name, value) -> variables.put("GITEA__" + name, value));
        // Each push starts three short processes of Gitea, which have memory to spare and collect garbage all the same.
        variables.put("GOGC", "1000");
        variables.put("GOMEMLIMIT", "256MiB");
        // There is a Gitea for every worker: on one processor each, which pass no work to one another, a push costs a
        // sixth less and a look a fifth.
        variables.put("GOMAXPROCS", "1");
        return variables;
    }
}
