package dev.firedrill.scenarios.testbed;

import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The stores of a failed scenario, left as they are for a person to look at. */
record KeptTestbed(Testbed bench, String scenario) {
    private static final Pattern TOKEN = Pattern.compile("(?m)^\\s*token: \"?([\\w.~+/=-]+)\"?\\s*$");
    private static final Pattern PLAIN_SERVER = Pattern.compile("(server: \"?http://)");

    /** Where everything is; credentials go into files of the run's own folder, which only its owner can read. */
    String describe(ProcessSupervisor supervisor) {
        Environment environment = bench.environment();
        Path folder = supervisor.directory("standing");
        Path kubeconfig = write(
                folder.resolve("kubeconfig"),
                forKubectl(environment.controlPlane().address().kubeconfig()));
        Path git = write(
                folder.resolve("git-password"), environment.git().address().password());
        Path database = write(
                folder.resolve("database-password"),
                environment.database().address().password());
        return String.join(
                "\n",
                "The environment stands as '" + scenario + "' left it:",
                "  control plane  kubectl --kubeconfig " + kubeconfig + " --namespace "
                        + environment.controlPlane().address().namespace(),
                "  git server     " + environment.git().address().baseUrl() + ", user "
                        + environment.git().address().username() + ", password in " + git,
                "  package cache  " + environment.database().address().jdbcUrl() + ", user "
                        + environment.database().address().username() + ", password in " + database,
                "  system         " + environment.system().api().base());
    }

    /**
     * The same with the token before the host of a server without TLS: kubectl sends none of its kubeconfig there, and asks
     * for a user name instead.
     */
    static String forKubectl(String kubeconfig) {
        Matcher token = TOKEN.matcher(kubeconfig);
        return token.find()
                ? PLAIN_SERVER.matcher(kubeconfig).replaceFirst("$1firedrill:" + token.group(1) + "@")
                : kubeconfig;
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new EnvironmentFailure("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
