package dev.firedrill.environments.kubernetes.apiserver;

import dev.firedrill.environments.process.ManagedProcess;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A {@code kube-apiserver} process on a port of its own, on top of an etcd. It keeps its certificate over restarts. */
final class KubeApiServer {
    /**
     * API groups that no drill uses; each of them costs time at every start, and a rewind is a start. Of those that are
     * left, {@code networking.k8s.io} is used by nobody but the server: since 1.33 it keeps its ranges of addresses in it.
     */
    private static final String UNUSED_GROUPS = "api/beta=false,api/alpha=false,apps/v1=false,batch/v1=false,"
            + "autoscaling/v1=false,storage.k8s.io/v1=false,node.k8s.io/v1=false,scheduling.k8s.io/v1=false,"
            + "certificates.k8s.io/v1=false";
    /** Admission rules about those groups, and about service accounts, which need a controller to make their tokens. */
    private static final String UNUSED_ADMISSION = "ServiceAccount,LimitRanger,ResourceQuota,Priority,RuntimeClass,"
            + "TaintNodesByCondition,DefaultTolerationSeconds,DefaultStorageClass,StorageObjectInUseProtection,"
            + "PersistentVolumeClaimResize,DefaultIngressClass,CertificateApproval,CertificateSigning,"
            + "CertificateSubjectRestriction";

    private final Path binary;
    private final ProcessSupervisor supervisor;
    private final String name;
    private final Path home;
    private final String etcdUrl;
    private final ApiServerCredentials credentials;
    private final InetSocketAddress endpoint;
    private @Nullable ManagedProcess process;
    private @Nullable SSLSocketFactory trust;

    KubeApiServer(Path binary, ProcessSupervisor supervisor, String name, Path home, String etcdUrl) {
        this.binary = binary;
        this.supervisor = supervisor;
        this.endpoint = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), supervisor.ports().free());
        this.name = name + "-kube-apiserver";
        this.home = home;
        this.etcdUrl = etcdUrl;
        this.credentials = ApiServerCredentials.make(home);
    }

    InetSocketAddress endpoint() {
        return endpoint;
    }

    Optional<String> endedByItself() {
        return Optional.ofNullable(process).flatMap(ManagedProcess::endedByItself);
    }

    /** Starts and waits until the server serves. */
    void start() {
        List<String> command = List.of(
                binary.toString(),
                "--etcd-servers=" + etcdUrl,
                "--bind-address=127.0.0.1",
                "--advertise-address=127.0.0.1",
                "--secure-port=" + endpoint.getPort(),
                "--cert-dir=" + credentials.certificates(),
                "--anonymous-auth=false",
                "--token-auth-file=" + credentials.tokenFile(),
                "--authorization-mode=AlwaysAllow",
                "--service-account-issuer=https://firedrill.invalid",
                "--service-account-signing-key-file=" + credentials.signingKey(),
                "--service-account-key-file=" + credentials.verifyingKey(),
                "--service-cluster-ip-range=10.0.0.0/24",
                // No service of this cluster is ever called, and 127.0.0.1 may not be an endpoint.
                "--endpoint-reconciler-type=none",
                "--disable-admission-plugins=" + UNUSED_ADMISSION,
                "--runtime-config=" + UNUSED_GROUPS,
                "--enable-priority-and-fairness=false",
                // History is cut only where a scenario cuts it.
                "--etcd-compaction-interval=0",
                "--profiling=false");
        ManagedProcess started = supervisor.start(name, command, Map.of(), home);
        process = started;
        started.awaitReady("the API server to be ready", Patience.START, this::ready);
    }

    void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** What the server answers to its administrator. */
    ApiServerAnswer get(String path) throws IOException {
        return ApiServerAnswer.get(url(path), prepare());
    }

    /** What the server answers to its administrator who posts JSON. */
    ApiServerAnswer post(String path, String json) throws IOException {
        return ApiServerAnswer.post(url(path), json, prepare());
    }

    /** A kubeconfig for the administrator, for whom the server is at {@code address}. */
    String kubeconfig(InetSocketAddress address, String namespace) {
        try {
            String authority = Base64.getEncoder().encodeToString(Files.readAllBytes(credentials.serverCertificate()));
            return """
                    apiVersion: v1
                    kind: Config
                    clusters:
                      - name: firedrill
                        cluster:
                          server: https://127.0.0.1:%d
                          certificate-authority-data: %s
                    users:
                      - name: firedrill
                        user:
                          token: %s
                    contexts:
                      - name: firedrill
                        context:
                          cluster: firedrill
                          user: firedrill
                          namespace: %s
                    current-context: firedrill
                    """.formatted(address.getPort(), authority, credentials.token(), namespace);
        } catch (IOException unreadable) {
            throw new EnvironmentFailure(
                    "The API server's certificate could not be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private boolean ready() {
        try {
            return Files.exists(credentials.serverCertificate())
                    && get("/readyz").ok()
                    && new DefinedKinds(this).areRead();
        } catch (IOException notYet) {
            // The certificate may have been read while the server was writing it.
            trust = null;
            return false;
        }
    }

    private URI url(String path) {
        return URI.create("https://127.0.0.1:" + endpoint.getPort() + path);
    }

    private Consumer<HttpURLConnection> prepare() throws IOException {
        SSLSocketFactory sockets = trust();
        return connection -> {
            ((HttpsURLConnection) connection).setSSLSocketFactory(sockets);
            connection.setRequestProperty("Authorization", "Bearer " + credentials.token());
        };
    }

    private SSLSocketFactory trust() throws IOException {
        if (trust == null) {
            try (InputStream file = Files.newInputStream(credentials.serverCertificate())) {
                KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
                authorities.load(null, null);
                for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                    authorities.setCertificateEntry("authority-" + authorities.size(), each);
                }
                TrustManagerFactory managers =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                managers.init(authorities);
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, managers.getTrustManagers(), null);
                trust = context.getSocketFactory();
            } catch (GeneralSecurityException incomplete) {
                // The server may still be writing it.
                throw new IOException("no usable certificate yet", incomplete);
            }
        }
        return trust;
    }
}
