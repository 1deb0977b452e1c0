package dev.firedrill.recovery.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The certificate authorities that this machine trusts, and those in a file. */
public final class Authorities {
    private Authorities() {}

    /**
     * Sockets to servers whose certificates an authority of {@code file} (PEM, one or more) or of this machine signed.
     *
     * @param option the option that named the file, for messages
     * @throws UncheckedIOException when the file cannot be read or holds no certificate
     */
    public static SSLSocketFactory besides(Path file, String option) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (X509Certificate certificate : usual()) {
                trusted.setCertificateEntry("usual-" + trusted.size(), certificate);
            }
            for (Certificate certificate : read(file, option)) {
                trusted.setCertificateEntry("given-" + trusted.size(), certificate);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory(trusted).getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw unusable(file, option, e);
        }
    }

    /**
     * The certificates in a file.
     *
     * @throws UncheckedIOException when it cannot be read or holds none
     */
    public static Collection<? extends Certificate> read(Path file, String option) {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw unusable(file, option, new IOException("it holds none"));
            }
            return found;
        } catch (IOException | CertificateException e) {
            throw unusable(file, option, e);
        }
    }

    private static UncheckedIOException unusable(Path file, String option, Exception why) {
        return new UncheckedIOException(
                "the file " + file + " that " + option + " names cannot be used as certificates in PEM; correct it ("
                        + reason(why) + ").",
                why instanceof IOException io ? io : new IOException(why));
    }

    private static String reason(Exception why) {
        if (why instanceof NoSuchFileException) {
            return "it is not there";
        }
        return why instanceof AccessDeniedException
                ? "this process may not read it"
                : "it holds none, or one that is damaged";
    }

    private static X509Certificate[] usual() throws GeneralSecurityException {
        TrustManagerFactory ofTheMachine = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        ofTheMachine.init((KeyStore) null);
        return Arrays.stream(ofTheMachine.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .map(X509TrustManager::getAcceptedIssuers)
                .orElse(new X509Certificate[0]);
    }

    private static TrustManagerFactory factory(KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory;
    }
}
