package dev.firedrill.steps.cli;

import dev.firedrill.steps.laboratory.FormCatalogue;
import dev.firedrill.steps.laboratory.Forms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say which form each role takes: one for all four, and one for each that differs. */
final class FormOptions {
    @Option(
            names = "--environment",
            paramLabel = "FORM",
            defaultValue = "embedded",
            description = "The form of every role: embedded (nothing to install) or containers (k3s, Gitea, PostgreSQL"
                    + " and Toxiproxy by Docker). Default: ${DEFAULT-VALUE}.")
    private String environment = "embedded";

    @Option(
            names = "--control-plane",
            paramLabel = "FORM",
            description = "Another form of the Kubernetes API: in-process, api-server (kube-apiserver and etcd),"
                    + " containers (the server of k3s) or containers-privileged (a whole node of k3s).")
    private Optional<String> controlPlane = Optional.empty();

    @Option(names = "--git", paramLabel = "FORM", description = "Another form of git: embedded or containers.")
    private Optional<String> git = Optional.empty();

    @Option(
            names = "--database",
            paramLabel = "FORM",
            description = "Another form of the package cache: embedded or containers.")
    private Optional<String> database = Optional.empty();

    @Option(names = "--links", paramLabel = "FORM", description = "Another form of the links: embedded or containers.")
    private Optional<String> links = Optional.empty();

    @Option(
            names = "--image",
            paramLabel = "PRODUCT=IMAGE",
            description = "The image of k3s, gitea, postgres or toxiproxy; 'prefix=HOST/PROJECT' puts a mirror before"
                    + " those that are not named. Also FIREDRILL_IMAGE_K3S and so on, or a properties file that"
                    + " FIREDRILL_IMAGES names.")
    private Map<String, String> images = new LinkedHashMap<>();

    /**
     * The forms that the user chose.
     *
     * @throws ParameterException when there are no such forms
     */
    Forms chosen(CommandLine command) {
        Forms all = FormCatalogue.environment(environment)
                .orElseThrow(() -> new ParameterException(
                        command, "--environment " + environment + ": known are embedded and containers"));
        Forms chosen = new Forms(
                controlPlane.orElse(all.controlPlane()),
                git.orElse(all.git()),
                database.orElse(all.database()),
                links.orElse(all.links()),
                images);
        FormCatalogue.objection(chosen).ifPresent(objection -> {
            throw new ParameterException(command, objection);
        });
        return chosen;
    }
}
