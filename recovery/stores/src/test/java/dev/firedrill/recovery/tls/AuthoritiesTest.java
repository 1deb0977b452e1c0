package dev.firedrill.recovery.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.firedrill.recovery.cache.PostgresPackageCache;
import dev.firedrill.recovery.cache.connection.Database;
import dev.firedrill.recovery.cluster.KubernetesClients;
import dev.firedrill.recovery.cluster.KubernetesCluster;
import dev.firedrill.recovery.git.JGitRepositories;
import dev.firedrill.recovery.git.transport.GitHttpSettings;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.port.CacheUnavailable;
import dev.firedrill.recovery.port.ClusterUnavailable;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of the three stores may have a certificate of an authority of one's own, and no other is believed. */
class AuthoritiesTest {
    private static final Duration SHORT = Duration.ofSeconds(5);

    @TempDir
    private static Path keys;

    private static TestAuthority authority;
    private static TestAuthority other;

    @TempDir
    Path folder;

    @BeforeAll
    static void make() throws IOException {
        authority = TestAuthority.in(keys.resolve("one"));
        other = TestAuthority.in(keys.resolve("other"));
    }

    private static HttpsServer serving(TestAuthority authority, String type, String body)
            throws IOException, GeneralSecurityException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.serving()));
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        // A connection that is being closed must not keep the next one waiting.
        server.setExecutor(work -> {
            Thread thread = new Thread(work, "tls-server");
            thread.setDaemon(true);
            thread.start();
        });
        server.start();
        return server;
    }

    @Test
    void of_git() throws IOException, GeneralSecurityException {
        // The first answer of a git server that has no refs.
        String empty = "001e# service=git-upload-pack\n0000" + "0000";
        HttpsServer server = serving(authority, "application/x-git-upload-pack-advertisement", empty);
        String url = "https://127.0.0.1:" + server.getAddress().getPort() + "/r.git";
        try {
            assertThat(look(url, Optional.empty()).message()).contains("its certificate was not accepted", "--git-ca");
            assertThat(look(url, Optional.of(authority.certificate())).obstacle())
                    .isEqualTo(GitView.Obstacle.EMPTY);
        } finally {
            server.stop(0);
        }
    }

    private GitView.Unreadable look(String url, Optional<Path> authorities) {
        try (JGitRepositories git = new JGitRepositories(
                folder.resolve("work"),
                secret -> Optional.empty(),
                Journal.none(),
                Clock.systemUTC(),
                false,
                false,
                new GitHttpSettings(SHORT, SHORT, authorities))) {
            return (GitView.Unreadable) git.look(new Repository(
                    "ns",
                    "r",
                    "u",
                    1,
                    false,
                    url,
                    "main",
                    false,
                    "",
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    "{}"));
        }
    }

    @Test
    void of_the_database() throws IOException, GeneralSecurityException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", authority.certificate().toString())
                .setServerConfig("ssl_key_file", authority.serverKey().toString())
                .start()) {
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
            assertThat(new PostgresPackageCache(database(url, authority), Clock.systemUTC())
                            .rescueSets("ns")
                            .list())
                    .isEmpty();
            assertThatThrownBy(() -> new PostgresPackageCache(database(url, other), Clock.systemUTC()).repositories())
                    .isInstanceOf(CacheUnavailable.class)
                    .hasMessageContaining("was reached, and its certificate is not accepted")
                    .hasMessageContaining("--database-ca");
        }
    }

    private static Database database(String url, TestAuthority authority) {
        return new Database(url, "postgres", () -> "postgres", Optional.of(authority.certificate()));
    }

    @Test
    void of_the_control_plane() throws IOException, GeneralSecurityException {
        HttpsServer server = serving(
                authority,
                "application/json",
                "{\"kind\":\"List\",\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[]}");
        try {
            assertThat(cluster(server, authority).look().repositories()).isEmpty();
            assertThatThrownBy(() -> cluster(server, other).look())
                    .isInstanceOf(ClusterUnavailable.class)
                    .hasMessageContaining("its certificate is not accepted")
                    .hasMessageContaining("certificate-authority");
        } finally {
            server.stop(0);
        }
    }

    private KubernetesCluster cluster(HttpsServer server, TestAuthority authority) throws IOException {
        Path kubeconfig = Files.writeString(
                folder.resolve("kubeconfig"), """
                apiVersion: v1
                kind: Config
                current-context: c
                contexts: [{name: c, context: {cluster: k, user: u}}]
                clusters: [{name: k, cluster: {server: "https://127.0.0.1:%d", certificate-authority: "%s"}}]
                users: [{name: u, user: {token: hush}}]
                """.formatted(server.getAddress().getPort(), authority.certificate()));
        return new KubernetesCluster(KubernetesClients.connect(Optional.of(kubeconfig)), "ns", Clock.systemUTC());
    }

    @Test
    void a_file_without_one_is_said_to_be_that() throws IOException {
        Path nothing = Files.writeString(folder.resolve("nothing.pem"), "hush");
        for (Path file : new Path[] {nothing, folder.resolve("not-there.pem")}) {
            assertThatThrownBy(() -> Authorities.besides(file, "--git-ca"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("--git-ca")
                    .hasMessageNotContaining("hush");
        }
    }
}
