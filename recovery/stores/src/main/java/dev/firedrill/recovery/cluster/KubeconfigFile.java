package dev.firedrill.recovery.cluster;

import dev.firedrill.recovery.port.ClusterUnavailable;
import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Context;
import io.fabric8.kubernetes.api.model.NamedAuthInfo;
import io.fabric8.kubernetes.api.model.NamedCluster;
import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kubeconfig that a user named. It holds credentials, and the parser's complaints quote the lines around a mistake: what
 * is said about a file that cannot be used never holds anything of it but the place of the mistake, nor is the complaint
 * handed on as a cause.
 */
final class KubeconfigFile {
    private static final Pattern PLACE = Pattern.compile("line (\\d{1,9}), column (\\d{1,9})");

    private final Path file;

    KubeconfigFile(Path file) {
        this.file = file;
    }

    /**
     * The client's settings for the file's current context.
     *
     * @throws ClusterUnavailable when the file cannot be used
     */
    Config read() {
        AuthInfo user = user(parsed(text()));
        Config config = settings();
        boolean loggedIn = config.getOauthToken() != null || config.getClientCertData() != null;
        if (user.getExec() != null && !loggedIn) {
            throw unusable("the command that its user logs in with gave no login; run that command by hand");
        }
        return config;
    }

    private String text() {
        if (Files.isDirectory(file)) {
            throw unusable("it is a folder");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            String why = Files.exists(file) ? "cannot be read" : "is not there";
            throw new ClusterUnavailable("kubeconfig " + file + " " + why + "; correct --kubeconfig.");
        }
    }

    private io.fabric8.kubernetes.api.model.Config parsed(String text) {
        io.fabric8.kubernetes.api.model.@Nullable Config parsed;
        try {
            parsed =
                    text.isBlank() ? null : Serialization.unmarshal(text, io.fabric8.kubernetes.api.model.Config.class);
        } catch (RuntimeException complaint) {
            throw unusable("it is no kubeconfig" + place(complaint));
        }
        if (parsed == null) {
            throw unusable("it is empty");
        }
        return parsed;
    }

    private AuthInfo user(io.fabric8.kubernetes.api.model.Config parsed) {
        Context context = named(
                        "current context", parsed.getCurrentContext(), parsed.getContexts(), NamedContext::getName)
                .getContext();
        if (context == null) {
            throw unusable("its current context is empty");
        }
        NamedCluster cluster =
                named("current context's cluster", context.getCluster(), parsed.getClusters(), NamedCluster::getName);
        if (cluster.getCluster() == null || cluster.getCluster().getServer() == null) {
            throw unusable("the cluster of its current context has no server");
        }
        if (context.getUser() == null || context.getUser().isEmpty()) {
            return new AuthInfo();
        }
        NamedAuthInfo user =
                named("current context's user", context.getUser(), parsed.getUsers(), NamedAuthInfo::getName);
        return Optional.ofNullable(user.getUser()).orElseGet(AuthInfo::new);
    }

    private <T> T named(
            String what, @Nullable String name, @Nullable List<T> all, Function<T, @Nullable String> nameOf) {
        return Optional.ofNullable(all).orElseGet(List::of).stream()
                .filter(one -> name != null && name.equals(nameOf.apply(one)))
                .findFirst()
                .orElseThrow(() -> unusable("its " + what + " is not in it"));
    }

    private Config settings() {
        try {
            return Config.fromKubeconfig(file.toFile());
        } catch (RuntimeException complaint) {
            throw unusable("something that it holds, or a file that it names, cannot be used");
        }
    }

    private static String place(Throwable complaint) {
        for (Throwable cause = complaint; cause != null; cause = cause.getCause()) {
            Matcher place = PLACE.matcher(String.valueOf(cause.getMessage()));
            if (place.find()) {
                return ", look at line " + place.group(1) + ", column " + place.group(2);
            }
        }
        return "";
    }

    private ClusterUnavailable unusable(String why) {
        return new ClusterUnavailable(
                "kubeconfig " + file + " cannot be used: " + why + "; correct --kubeconfig or the file.");
    }
}
