package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What a user is told when containers are asked for and cannot be had: one sentence, exit code 2, soon. */
@Isolated
class WithoutDockerIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private record Told(int exit, String text) {}

    @Test
    void no_engine_at_all() throws IOException, InterruptedException {
        Path nowhere = folder.resolve("nowhere.sock");

        requireOneSentence(drill("unix://" + nowhere), "No Docker engine can be used at unix://" + nowhere);
    }

    @Test
    void an_engine_that_says_nothing() throws IOException, InterruptedException {
        Path silent = folder.resolve("silent.sock");
        try (ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listening.bind(UnixDomainSocketAddress.of(silent));

            requireOneSentence(drill("unix://" + silent), "it does not answer");
        }
    }

    @Test
    void an_engine_on_another_machine() throws IOException, InterruptedException {
        requireOneSentence(drill("tcp://engine.example:2375"), "another machine");
    }

    private static void requireOneSentence(Told told, String words) {
        assertThat(told.text().lines()).hasSize(1);
        assertThat(told.text()).startsWith("firedrill: ").contains(words);
        assertThat(told.exit()).isEqualTo(2);
    }

    private Told drill(String engine) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("firedrill.jar"),
                        "drill",
                        "--environment",
                        "containers",
                        "--out",
                        folder.resolve("out").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        command.environment().put("DOCKER_HOST", engine);
        Process process = command.start();
        boolean ended = process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("ended within %s", SOON).isTrue();
        return new Told(process.exitValue(), Files.readString(folder.resolve("said")));
    }
}
