package dev.firedrill.environments.kubernetes.inprocess;

import java.net.InetSocketAddress;

/** Writes down how a client reaches us. */
final class Kubeconfig {
    private Kubeconfig() {}

    static String of(InetSocketAddress server, String token, String namespace) {
        String host = server.getAddress() == null
                ? server.getHostString()
                : server.getAddress().getHostAddress();
        return """
                apiVersion: v1
                kind: Config
                current-context: firedrill
                contexts:
                - name: firedrill
                  context:
                    cluster: firedrill
                    user: firedrill
                    namespace: %s
                clusters:
                - name: firedrill
                  cluster:
                    server: http://%s:%d
                users:
                - name: firedrill
                  user:
                    token: %s
                """.formatted(namespace, host, server.getPort(), token);
    }
}
