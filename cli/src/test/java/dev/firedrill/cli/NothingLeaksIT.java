package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The logins of a drill's stores are in nothing that it writes or prints, and in no argument of its processes. */
@Isolated
class NothingLeaksIT {
    private static final String FEATURE = "features/disasters/3-restart.feature";
    private static final Pattern TOKEN = Pattern.compile("(?m)^\\s*token: *\"?([^\"\\s]+)");

    @TempDir
    Path folder;

    @Test
    void a_drill_with_evidence_keeps_the_logins_of_its_stores_to_itself() throws Exception {
        Set<String> arguments = ConcurrentHashMap.newKeySet();
        Map<String, String> logins;
        try (RunningDrill drill = RunningDrill.start(folder, "leaking", FEATURE)) {
            drill.awaitOrchestrator();
            logins = logins();
            arguments.addAll(drill.commandLines());
            // What is seen of a store that died is what most is written about.
            drill.killDatabase();
            Wait.until("the drill to end", Patience.PASS, () -> {
                arguments.addAll(drill.commandLines());
                return drill.hasEnded();
            });
            assertThat(drill.exitCode()).as(drill.output()).isEqualTo(2);
        }

        assertThat(logins).containsOnlyKeys("git", "package cache", "control plane");
        assertThat(arguments).as("processes that were seen").anyMatch(line -> line.contains("-orchestrator/"));
        assertThat(written()).as("files that were read").anyMatch(file -> file.endsWith("orchestrator.log"));
        logins.forEach((store, login) -> disguises(login).forEach(disguise -> {
            assertThat(arguments).as("the login of the " + store).noneMatch(line -> line.contains(disguise));
            assertThat(written())
                    .as("the login of the " + store)
                    .noneMatch(file ->
                            file.toString().contains(disguise) || text(file).contains(disguise));
        }));
    }

    /** What the drill's stores are logged in to with, found where its orchestrator finds it. */
    private Map<String, String> logins() throws IOException {
        Map<String, String> logins = new TreeMap<>();
        Path password = found("database-password");
        logins.put("package cache", Files.readString(password).strip());
        String kubeconfig = Files.readString(password.resolveSibling("kubeconfig"));
        Matcher token = TOKEN.matcher(kubeconfig);
        if (token.find()) {
            logins.put("control plane", token.group(1));
        }
        try (KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig))
                .build()) {
            Wait.until(
                    "the Secret of git to be there",
                    Patience.START,
                    () -> client.secrets().list().getItems().stream()
                            .anyMatch(secret ->
                                    secret.getData() != null && secret.getData().containsKey("password")));
            client.secrets().list().getItems().stream()
                    .filter(secret ->
                            secret.getData() != null && secret.getData().containsKey("password"))
                    .findFirst()
                    .ifPresent(secret -> logins.put(
                            "git",
                            new String(
                                    Base64.getDecoder().decode(secret.getData().get("password")),
                                    StandardCharsets.UTF_8)));
        }
        return logins;
    }

    private Path found(String name) throws IOException {
        try (Stream<Path> files = Files.walk(RunningDrill.temporary(folder))) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    /** The forms in which a login can stand in a text. */
    private static List<String> disguises(String login) {
        byte[] bytes = login.getBytes(StandardCharsets.UTF_8);
        return List.of(
                login,
                URLEncoder.encode(login, StandardCharsets.UTF_8),
                Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Everything that the drill left: its results and what it printed. */
    private List<Path> written() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(RunningDrill.temporary(folder)))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
