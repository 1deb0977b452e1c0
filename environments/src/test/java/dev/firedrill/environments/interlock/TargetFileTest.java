package dev.firedrill.environments.interlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetFileTest {
    private static final String SECRET = "s3cr3t-of-somebody";

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("secret"), SECRET + "\n");
        Files.writeString(folder.resolve("ca.crt"), "certificate");
        Files.writeString(folder.resolve("kubeconfig"), """
                current-context: other
                contexts:
                - name: drills
                  context: {cluster: c, user: u}
                clusters:
                - name: c
                  cluster: {server: 'https://cluster.example:6443', certificate-authority: ca.crt}
                users:
                - name: u
                  user: {tokenFile: secret}
                """);
    }

    @Test
    void everything_is_read_and_files_are_sought_beside_the_target() throws IOException {
        Target target = TargetFile.read(write("""
                name = lab
                deny = *billing*, shop
                control-plane.kubeconfig = kubeconfig
                control-plane.context = drills
                control-plane.namespace = drill
                control-plane.keep = keep it
                control-plane.restore = restore it
                git.url = https://git.example/owner/
                git.user = somebody
                git.password-file = secret
                database.url = jdbc:postgresql://db.example/drill?sslmode=require
                database.user = owner
                database.password-file = secret
                """));
        Target.Cluster cluster = target.cluster().orElseThrow();
        assertThat(cluster.kubeconfig())
                .contains(SECRET, "certificate-authority-data")
                .doesNotContain("ca.crt");
        assertThat(cluster.restore()).contains("restore it");
        assertThat(target.git().orElseThrow().server()).isEqualTo("https://git.example");
        assertThat(target.git().orElseThrow().owner()).isEqualTo("owner");
        assertThat(target.database().orElseThrow().name()).isEqualTo("drill");
        assertThat(target.database().orElseThrow().password()).isEqualTo(SECRET);
        assertThat(target.deny()).isEqualTo(List.of("*billing*", "shop"));
        assertThat(target.toString()).doesNotContain(SECRET);
        assertThat(target.names())
                .containsEntry("server of the cluster", "cluster.example")
                .containsEntry("database host", "db.example");
    }

    @Test
    void through_a_link_only_the_server_changes() throws IOException {
        Target target = TargetFile.read(write("""
                name = lab
                control-plane.kubeconfig = kubeconfig
                control-plane.context = drills
                control-plane.namespace = drill
                """));
        String moved = KubeAccess.of(target.cluster().orElseThrow())
                .through(new InetSocketAddress("127.0.0.1", 7))
                .text();
        assertThat(moved).contains("https://127.0.0.1:7", SECRET).doesNotContain("cluster.example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gitt.url = https://git.example/owner                               | it speaks of gitt.url
                    git.url = https://git.example/owner                                | git.user is missing
                    git.url = https://git.example                                      | git.url is not
                    git.url = https://me:pw@git.example/owner                          | git.url is not
                    git.url = https://git.example/owner%0Agit.user=u%0Agit.password-file=absent | cannot be read
                    git.url = https://git.example/o%0Agit.user=u%0Agit.password-file=secret%0Agit.list=ls | go together
                    database.url = jdbc:postgresql://a,b/drill                         | database.url is not
                    database.url = jdbc:postgresql://a/drill?password=x                | database.url is not
                    database.url = jdbc:mysql://a/drill                                | database.url is not
                    control-plane.namespace = default                                  | may be deleted
                    control-plane.namespace = kube-system                              | may be deleted
                    control-plane.kubeconfig = kubeconfig                              | control-plane.namespace is missing
                    control-plane.namespace=d%0Acontrol-plane.kubeconfig = absent      | The kubeconfig
                    control-plane.namespace=d%0Acontrol-plane.kubeconfig = kubeconfig  | nothing called 'other'
                    control-plane.namespace=d%0Acontrol-plane.keep = true              | go together
                    deny = a                                                           | names no store
                    """)
    void what_is_wrong_is_said_in_a_sentence(String lines, String said) {
        assertThatThrownBy(() -> TargetFile.read(write("name = lab\n" + lines.replace("%0A", "\n"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said)
                .hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    user: {token: "s3cret                   | it is no YAML, look at line
                    clusters: [{name: c, cluster: {server: 'https://foo_bar:6443'}}] | no server with an http or https URL
                    clusters: [{name: c, cluster: {server: 'https://a b'}}] | no server with an http or https URL
                    clusters: [{name: c, cluster: {server: 'cluster'}}] | no server with an http or https URL
                    """)
    void a_kubeconfig_that_cannot_be_used_is_said_without_its_secrets(String line, String said) throws IOException {
        Files.writeString(folder.resolve("kubeconfig"), """
                current-context: drills
                contexts: [{name: drills, context: {cluster: c, user: u}}]
                users: [{name: u, user: {}}]
                """ + line.replace("s3cret", SECRET) + "\n");
        assertThatThrownBy(() -> TargetFile.read(write("""
                name = lab
                control-plane.kubeconfig = kubeconfig
                control-plane.namespace = drill
                """)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void a_file_that_is_not_there_is_said() {
        assertThatThrownBy(() -> TargetFile.read(folder.resolve("absent")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("absent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../up", "a;b"})
    void a_name_can_be_typed(String name) {
        assertThatThrownBy(() -> TargetFile.read(write("name = " + name + "\n")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("target.properties"), text);
    }
}
