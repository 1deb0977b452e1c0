package dev.firedrill.environments.kubernetes.k3s;

import dev.firedrill.environments.docker.Engine;
import dev.firedrill.environments.docker.TarArchive;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * What stays the same for every container of the control plane.
 *
 * @param port the port on 127.0.0.1
 * @param token the secret of the server, without which its kept datastore cannot be read; never printed
 * @param user the bearer token of the one user, an administrator; never printed
 * @param kept where certificates and authorities are kept, from the first start on
 * @param namespace the namespace that is made
 * @param profile what of k3s runs
 */
record K3sSettings(
        Engine engine, int port, String token, String user, Path kept, String namespace, K3sProfile profile) {
    /** The file that tells the server its user, in the data folder. */
    static final String USERS = "firedrill-users.csv";

    /** Where the parts of the identity are kept as tars. */
    List<Path> identity(List<String> parts) {
        return parts.stream()
                .map(part -> kept.resolve("identity-" + part + ".tar"))
                .toList();
    }

    InputStream users() {
        return TarArchive.file(USERS, user + ",firedrill,firedrill,\"system:masters\"\n");
    }

    /** A kubeconfig; without an authority it is of use only to clients that do not check the certificate. */
    String kubeconfig(InetSocketAddress server, String authority) {
        String trusted = authority.isEmpty()
                ? ""
                : "\n    certificate-authority-data: "
                        + Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.UTF_8));
        return """
                apiVersion: v1
                kind: Config
                current-context: firedrill
                contexts:
                - name: firedrill
                  context: {cluster: firedrill, user: firedrill, namespace: "%s"}
                clusters:
                - name: firedrill
                  cluster:
                    server: https://%s:%d%s
                users:
                - name: firedrill
                  user: {token: "%s"}
                """.formatted(namespace, server.getHostString(), server.getPort(), trusted, user);
    }

    @Override
    public String toString() {
        return "K3sSettings[port " + port + "]";
    }
}
