package dev.firedrill.recovery.cluster;

import dev.firedrill.recovery.port.ClusterRefused;
import dev.firedrill.recovery.port.ClusterUnavailable;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Says in one sentence what an answer of the control plane means. */
final class ClusterFailures {
    private static final int TOO_MANY = 429;
    private static final int UNPROCESSABLE = 422;
    private static final Set<Integer> OF_ONE_OBJECT = Set.of(
            HttpURLConnection.HTTP_BAD_REQUEST,
            HttpURLConnection.HTTP_CONFLICT,
            HttpURLConnection.HTTP_ENTITY_TOO_LARGE,
            UNPROCESSABLE);

    private ClusterFailures() {}

    static ClusterUnavailable of(String server, ResourceDefinitionContext kind, KubernetesClientException failure) {
        String name = kind.getPlural() + "." + kind.getGroup();
        return switch (failure.getCode()) {
            case HttpURLConnection.HTTP_NOT_FOUND ->
                new ClusterUnavailable(
                        "the control plane has no resource " + name
                                + "; install Porch's CustomResourceDefinition of that name.",
                        failure);
            case HttpURLConnection.HTTP_UNAUTHORIZED ->
                new ClusterUnavailable(
                        "control plane " + server + " does not know us; check the login in the kubeconfig.", failure);
            case HttpURLConnection.HTTP_FORBIDDEN ->
                new ClusterUnavailable(
                        "control plane " + server + " forbids " + name + "; grant get, list, watch and patch on it.",
                        failure);
            default -> unreachable(server, failure);
        };
    }

    /** What a refused write into one object means: that the object is not accepted, or that the control plane fails. */
    static RuntimeException ofWrite(
            String server, ResourceDefinitionContext kind, String name, KubernetesClientException failure) {
        boolean webhook = String.valueOf(failure.getMessage()).contains("webhook");
        boolean ofTheObject = webhook || OF_ONE_OBJECT.contains(failure.getCode());
        if (!ofTheObject) {
            return of(server, kind, failure);
        }
        return new ClusterRefused(
                "control plane " + server + " refuses what was to be written into " + kind.getKind() + " '" + name
                        + "' (" + failure.getCode() + "): " + said(failure) + ".",
                failure);
    }

    static ClusterUnavailable unreachable(String server, KubernetesClientException failure) {
        if (failure.getCode() >= HttpURLConnection.HTTP_BAD_REQUEST && failure.getCode() != TOO_MANY) {
            return new ClusterUnavailable(
                    "control plane " + server + " answered " + failure.getCode() + ": " + said(failure)
                            + "; look at its log if that does not pass.",
                    failure);
        }
        Optional<SSLException> tls = tls(failure);
        if (tls.isPresent()) {
            return new ClusterUnavailable(
                    "control plane " + server + " was reached, and its certificate is not accepted ("
                            + text(tls.get().getMessage())
                            + "); correct certificate-authority or certificate-authority-data in the kubeconfig.",
                    failure);
        }
        return new ClusterUnavailable(
                "control plane " + server + " does not answer (" + reason(failure)
                        + "); check that it runs and that the kubeconfig names it.",
                failure);
    }

    private static Optional<SSLException> tls(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The server's own words where it sent some; the client puts its request and a dump of the answer around them. */
    private static String said(KubernetesClientException failure) {
        Status status = failure.getStatus();
        return text(status == null || status.getMessage() == null ? failure.getMessage() : status.getMessage());
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof UnknownHostException) {
            return "its host name is unknown";
        }
        if (cause instanceof ConnectException) {
            return "connection refused";
        }
        if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
            return "no answer in time";
        }
        return text(cause.getMessage());
    }

    private static String text(String message) {
        String line = String.valueOf(message).replaceAll("\\s+", " ").strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
