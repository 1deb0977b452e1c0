package dev.firedrill.environments.interlock;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The properties file that says where a target's stores are. Files that it names are sought beside it. */
public final class TargetFile {
    private static final String NAME = "name";
    private static final String DENY = "deny";
    private static final Set<String> KNOWN = Set.of(
            NAME,
            DENY,
            "control-plane.kubeconfig",
            "control-plane.context",
            "control-plane.namespace",
            "control-plane.keep",
            "control-plane.restore",
            "git.url",
            "git.user",
            "git.password-file",
            "git.list",
            "git.create",
            "git.remove",
            "database.url",
            "database.user",
            "database.password-file");
    /** These hold more than a drill's own, whatever the target says. */
    private static final String RESERVED = "default|kube-.*";

    private final Path file;
    private final Properties values;

    private TargetFile(Path file, Properties values) {
        this.file = file;
        this.values = values;
    }

    /**
     * Reads a target.
     *
     * @throws IllegalArgumentException when the file cannot be used; the message is a sentence for its author
     */
    public static Target read(Path file) {
        Properties values = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            values.load(text);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(
                    "The target's file " + file + " cannot be read (" + unreadable
                            + "); give --target a properties file",
                    unreadable);
        }
        return new TargetFile(file, values).target();
    }

    private Target target() {
        Set<String> unknown = new TreeSet<>(values.stringPropertyNames());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw wrong("it speaks of " + String.join(", ", unknown) + "; known are "
                    + String.join(", ", new TreeSet<>(KNOWN)));
        }
        String name = required(NAME);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,62}")) {
            throw wrong("its name '" + name + "' is not 1 to 63 letters, digits, dots, dashes or underscores");
        }
        Target target = new Target(name, cluster(), git(), database(), patterns());
        if (target.cluster().isEmpty()
                && target.git().isEmpty()
                && target.database().isEmpty()) {
            throw wrong("it names no store; add control-plane.kubeconfig, git.url or database.url");
        }
        return target;
    }

    private Optional<Target.Cluster> cluster() {
        if (isSilentOn("control-plane.")) {
            return Optional.empty();
        }
        String namespace = required("control-plane.namespace");
        if (!namespace.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?") || namespace.matches(RESERVED)) {
            throw wrong("control-plane.namespace '" + namespace + "' is no name for a namespace that may be deleted");
        }
        if (value("control-plane.keep").isPresent()
                != value("control-plane.restore").isPresent()) {
            throw wrong("control-plane.keep and control-plane.restore go together, and one of them is missing");
        }
        KubeAccess access =
                KubeAccess.read(near(required("control-plane.kubeconfig")), value("control-plane.context"), namespace);
        return Optional.of(new Target.Cluster(
                access.text(),
                access.context(),
                namespace,
                value("control-plane.keep"),
                value("control-plane.restore")));
    }

    private Optional<Target.Git> git() {
        if (isSilentOn("git.")) {
            return Optional.empty();
        }
        String url = required("git.url").replaceFirst("/+$", "");
        if (!url.matches("https?://[^/@?#]+/[^@?#]+")) {
            throw wrong("git.url is not the http or https URL of an owner, without credentials, such as"
                    + " https://git.example/drills");
        }
        requireParses("git.url", url);
        List<Optional<String>> commands = Stream.of("git.list", "git.create", "git.remove")
                .map(this::value)
                .toList();
        long given = commands.stream().flatMap(Optional::stream).count();
        if (given > 0 && given < commands.size()) {
            throw wrong("git.list, git.create and git.remove go together, and some of them are missing");
        }
        return Optional.of(new Target.Git(
                url,
                required("git.user"),
                secret("git.password-file"),
                given == 0
                        ? Optional.empty()
                        : Optional.of(new Target.GitCommands(
                                required("git.list"), required("git.create"), required("git.remove")))));
    }

    private Optional<Target.Database> database() {
        if (isSilentOn("database.")) {
            return Optional.empty();
        }
        String url = required("database.url");
        if (!url.matches("jdbc:postgresql://[^/,?@]+/[A-Za-z0-9_.-]+(\\?.*)?")
                || url.matches(".*[?&](user|password)=.*")) {
            throw wrong("database.url is not the JDBC URL of one database on one host, without credentials, such as"
                    + " jdbc:postgresql://db.example:5432/drill");
        }
        requireParses("database.url", url.substring("jdbc:".length()));
        return Optional.of(new Target.Database(url, required("database.user"), secret("database.password-file")));
    }

    private List<String> patterns() {
        return value(DENY).stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .toList();
    }

    private void requireParses(String key, String url) {
        try {
            if (URI.create(url).getHost() != null) {
                return;
            }
        } catch (IllegalArgumentException noUrl) {
            throw wrong(key + " is no URL (" + noUrl.getMessage() + ")");
        }
        throw wrong(key + " names no host");
    }

    private String secret(String key) {
        Path named = near(required(key));
        try {
            return Files.readString(named).strip();
        } catch (IOException unreadable) {
            throw wrong(key + " names " + named + ", which cannot be read (" + unreadable + ")");
        }
    }

    private boolean isSilentOn(String prefix) {
        return values.stringPropertyNames().stream().noneMatch(key -> key.startsWith(prefix));
    }

    private String required(String key) {
        return value(key).orElseThrow(() -> wrong(key + " is missing"));
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.getProperty(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Path near(String path) {
        return file.toAbsolutePath().resolveSibling(path);
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException(
                "The target's file " + file + " cannot be used: " + why + "; see docs/guide/existing-stores.md");
    }
}
