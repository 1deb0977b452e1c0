package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.member.git.GitLogin;
import dev.firedrill.recovery.sets.member.git.GitSource;
import dev.firedrill.recovery.sets.problem.SetRefused;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which git repositories, and who logs in to them. */
public final class GitOptions {
    @Option(
            names = "--git",
            paramLabel = "NAME=URL",
            description = "A git repository and its name in the set; may be given several times.")
    private List<String> repositories = new ArrayList<>();

    @Option(
            names = "--git-login-file",
            paramLabel = "FILE",
            description =
                    "The file with the login of the git server: the user in its first line, the password in its second.")
    private @Nullable Path login;

    boolean isEmpty() {
        return repositories.isEmpty();
    }

    List<GitSource> sources() {
        return byName().entrySet().stream()
                .map(entry -> new GitSource(entry.getKey(), entry.getValue()))
                .toList();
    }

    Map<String, String> byName() {
        Map<String, String> byName = new LinkedHashMap<>();
        for (String text : repositories) {
            int at = text.indexOf('=');
            if (at < 1 || byName.put(text.substring(0, at), withoutLogin(text.substring(at + 1))) != null) {
                throw new SetRefused("--git wants NAME=URL, and every name once");
            }
        }
        return byName;
    }

    GitLogin login() {
        return new GitLogin(Optional.ofNullable(login));
    }

    /** A login in an argument would be seen by everybody on the machine. */
    static String withoutLogin(String url) {
        try {
            if (URI.create(url).getUserInfo() != null && url.contains("://") && !url.startsWith("ssh:")) {
                throw new SetRefused(
                        "a URL of --git holds a login; give it by --git-login-file, where only you can read it");
            }
        } catch (IllegalArgumentException e) {
            // Paths of this machine and short ssh addresses are no URIs.
        }
        return url;
    }
}
