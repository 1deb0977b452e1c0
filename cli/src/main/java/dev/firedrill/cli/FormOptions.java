package dev.firedrill.cli;

import dev.firedrill.environments.existing.ExistingSite;
import dev.firedrill.environments.interlock.Interlock;
import dev.firedrill.environments.interlock.InterlockRefused;
import dev.firedrill.environments.interlock.Target;
import dev.firedrill.environments.interlock.TargetFile;
import dev.firedrill.scenarios.testbed.EnvironmentFactory;
import dev.firedrill.scenarios.testbed.EnvironmentSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say which form each role takes: one for all four, and one for each that differs. */
public final class FormOptions {
    @Option(
            names = "--environment",
            paramLabel = "FORM",
            defaultValue = "embedded",
            description = "The form of every role: embedded (nothing to install), containers (k3s, Gitea, PostgreSQL"
                    + " and Toxiproxy by Docker) or existing (stores that a target names). Default: ${DEFAULT-VALUE}.")
    private String environment = "embedded";

    @Option(
            names = "--control-plane",
            paramLabel = "FORM",
            description = "Another form of the Kubernetes API: in-process, api-server (kube-apiserver and etcd),"
                    + " containers (the server of k3s), containers-etcd (the same on etcd and not sqlite),"
                    + " containers-privileged (a whole node of k3s) or existing.")
    private Optional<String> controlPlane = Optional.empty();

    @Option(
            names = "--git",
            paramLabel = "FORM",
            description = "Another form of git: embedded, containers or existing.")
    private Optional<String> git = Optional.empty();

    @Option(
            names = "--database",
            paramLabel = "FORM",
            description = "Another form of the package cache: embedded, containers or existing.")
    private Optional<String> database = Optional.empty();

    @Option(
            names = "--links",
            paramLabel = "FORM",
            description = "Another form of the links: embedded, toxiproxy, containers or none.")
    private Optional<String> links = Optional.empty();

    @Option(
            names = "--image",
            paramLabel = "PRODUCT=IMAGE",
            description = "The image of k3s, gitea, postgres or toxiproxy; 'prefix=HOST/PROJECT' puts a mirror before"
                    + " those that are not named. Also FIREDRILL_IMAGE_K3S and so on, or a properties file that"
                    + " FIREDRILL_IMAGES names.")
    private Map<String, String> images = new LinkedHashMap<>();

    @Option(
            names = "--target",
            paramLabel = "FILE",
            description =
                    "The properties file that says where existing stores are, see docs/guide/existing-stores.md. Everything in"
                            + " them is destroyed, again and again. Also FIREDRILL_TARGET.")
    private Optional<Path> target = Optional.empty();

    @Option(
            names = "--confirm-target",
            paramLabel = "NAME",
            description = "The target's name, for when there is no terminal at which to type it.")
    private Optional<String> confirmed = Optional.empty();

    private Optional<ExistingSite> site = Optional.empty();

    /**
     * The forms that the user chose.
     *
     * @throws ParameterException when there are no such forms
     */
    public EnvironmentSpec chosen(CommandLine command) {
        EnvironmentSpec all = EnvironmentFactory.environment(environment)
                .orElseThrow(() -> new ParameterException(
                        command, "--environment " + environment + ": known are embedded, containers and existing"));
        EnvironmentSpec chosen = new EnvironmentSpec(
                controlPlane.orElse(all.controlPlane()),
                git.orElse(all.git()),
                database.orElse(all.database()),
                links.orElse(all.links()),
                all.system(),
                images,
                Optional.empty());
        EnvironmentFactory.objection(chosen).ifPresent(objection -> {
            throw new ParameterException(command, objection);
        });
        return chosen.usesExisting() ? chosen.at(site(command, chosen)) : chosen;
    }

    private ExistingSite site(CommandLine command, EnvironmentSpec chosen) {
        try {
            if (site.isEmpty()) {
                Path file = target.or(() -> Optional.ofNullable(System.getenv("FIREDRILL_TARGET"))
                                .map(Path::of))
                        .orElseThrow(
                                () -> new IllegalArgumentException(
                                        "A role is existing, and nothing says where: give --target FILE, see docs/guide/existing-stores.md"));
                Target where = TargetFile.read(file);
                objection(where, chosen).ifPresent(objection -> {
                    throw new IllegalArgumentException(objection);
                });
                site = Optional.of(ExistingSite.of(
                        Interlock.engage(where, () -> confirmed.or(() -> Terminal.typed(where.name())))));
            }
            return site.get();
        } catch (IllegalArgumentException | InterlockRefused refused) {
            throw new ParameterException(command, String.valueOf(refused.getMessage()), refused);
        }
    }

    private static Optional<String> objection(Target where, EnvironmentSpec chosen) {
        List<String> missing = new ArrayList<>();
        if (chosen.controlPlane().equals(EnvironmentSpec.EXISTING)
                && where.cluster().isEmpty()) {
            missing.add("control-plane.kubeconfig");
        }
        if (chosen.git().equals(EnvironmentSpec.EXISTING) && where.git().isEmpty()) {
            missing.add("git.url");
        }
        if (chosen.database().equals(EnvironmentSpec.EXISTING)
                && where.database().isEmpty()) {
            missing.add("database.url");
        }
        boolean certified = chosen.git().equals(EnvironmentSpec.EXISTING)
                && where.git().filter(git -> git.url().startsWith("https:")).isPresent();
        if (certified && !chosen.links().equals("none")) {
            return Optional.of(
                    "Target " + where.name() + " has its git server behind https, and the certificate does not"
                            + " name the links between the orchestrator and it: add --links none, or give the http URL");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Target " + where.name() + " does not say where every existing store is: add "
                        + String.join(", ", missing) + " to its file, or take another form for that role");
    }
}
