package dev.firedrill.recovery.cluster;

import dev.firedrill.recovery.port.ClusterUnavailable;
import dev.firedrill.recovery.port.Credentials;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Logins for git servers from Secrets, each of which is read once until {@link #forget} is called. */
final class SecretReader {
    private final KubernetesClient client;
    private final String namespace;
    private final Map<String, Optional<Credentials>> secrets = new ConcurrentHashMap<>();

    SecretReader(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    void forget() {
        secrets.clear();
    }

    /**
     * The login in a Secret; empty when there is no such Secret or it holds no login.
     *
     * @throws ClusterUnavailable when the control plane does not show the Secret
     */
    Optional<Credentials> login(String secretName) {
        return secrets.computeIfAbsent(secretName, this::readSecret);
    }

    private Optional<Credentials> readSecret(String name) {
        try {
            Secret secret =
                    client.secrets().inNamespace(namespace).withName(name).get();
            return secret == null || secret.getData() == null ? Optional.empty() : login(secret.getData());
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                throw new ClusterUnavailable(
                        "control plane " + client.getConfiguration().getMasterUrl() + " forbids Secret '" + name
                                + "'; grant get on Secrets.",
                        e);
            }
            throw ClusterFailures.unreachable(client.getConfiguration().getMasterUrl(), e);
        }
    }

    private static Optional<Credentials> login(Map<String, String> data) {
        if (data.containsKey("bearerToken")) {
            return Optional.of(new Credentials("", decoded(data.get("bearerToken"))));
        }
        if (data.containsKey("password")) {
            return Optional.of(
                    new Credentials(decoded(data.getOrDefault("username", "")), decoded(data.get("password"))));
        }
        return Optional.empty();
    }

    private static String decoded(String base64) {
        return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
