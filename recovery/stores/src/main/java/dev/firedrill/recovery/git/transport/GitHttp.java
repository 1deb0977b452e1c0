package dev.firedrill.recovery.git.transport;

import dev.firedrill.recovery.tls.Authorities;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * Makes JGit's HTTP connections, with the timeouts and authorities of the settings, and remembers the last refusal:
 * JGit keeps its code at best, and drops the explanation of the server.
 */
public final class GitHttp implements HttpConnectionFactory {
    private static final int LONGEST_REASON = 300;
    private static final int REFUSALS_FROM = 400;

    private final GitHttpSettings settings;
    private final Optional<SSLSocketFactory> sockets;
    private Optional<ServerAnswer> refusal = Optional.empty();

    public GitHttp(GitHttpSettings settings, Optional<SSLSocketFactory> sockets) {
        this.settings = settings;
        this.sockets = sockets;
    }

    public static Optional<SSLSocketFactory> sockets(GitHttpSettings settings) {
        return settings.authorities().map(file -> Authorities.besides(file, "--git-ca"));
    }

    /** For JGit's own waiting, which is longer than that of the connections it makes. */
    int timeoutSeconds() {
        long longest =
                Math.max(settings.connect().toSeconds(), settings.answer().toSeconds());
        return (int) Math.max(1, longest);
    }

    /** Forgets what was answered before. */
    void begin() {
        refusal = Optional.empty();
    }

    /** The last answer of the server that was no yes. */
    Optional<ServerAnswer> refusal() {
        return refusal;
    }

    @Override
    public HttpConnection create(URL url) throws IOException {
        return create(url, Proxy.NO_PROXY);
    }

    @Override
    public HttpConnection create(URL url, Proxy proxy) throws IOException {
        HttpURLConnection real = (HttpURLConnection) url.openConnection(proxy);
        if (real instanceof HttpsURLConnection https) {
            sockets.ifPresent(https::setSSLSocketFactory);
        }
        // JGit's own connection opens what the URL says, so that the URL has to hand out the one that is made here.
        return new Watched(new URL(url, "", new Given(real)), real);
    }

    private static final class Given extends URLStreamHandler {
        private final HttpURLConnection real;

        Given(HttpURLConnection real) {
            this.real = real;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return real;
        }
    }

    private final class Watched extends JDKHttpConnection {
        private final HttpURLConnection real;

        Watched(URL url, HttpURLConnection real) throws IOException {
            super(url);
            this.real = real;
        }

        @Override
        public void setConnectTimeout(int millis) {
            super.setConnectTimeout((int) settings.connect().toMillis());
        }

        @Override
        public void setReadTimeout(int millis) {
            super.setReadTimeout((int) settings.answer().toMillis());
        }

        @Override
        public int getResponseCode() throws IOException {
            int code = super.getResponseCode();
            refusal = code < REFUSALS_FROM
                    ? Optional.empty()
                    : Optional.of(new ServerAnswer(code, reason(), retryAfter(real.getHeaderField("Retry-After"))));
            return code;
        }

        /** The body where it is text for people, else the words beside the code. */
        private String reason() throws IOException {
            boolean plain = String.valueOf(real.getContentType()).startsWith("text/plain");
            InputStream body = real.getErrorStream();
            if (plain && body != null) {
                byte[] bytes = body.readNBytes(LONGEST_REASON);
                String text = new String(bytes, StandardCharsets.UTF_8);
                if (!text.isBlank()) {
                    return GitFailure.oneLine(text);
                }
            }
            return GitFailure.oneLine(
                    Optional.ofNullable(real.getResponseMessage()).orElse(""));
        }
    }

    /** Seconds, or a date (RFC 9110, section 10.2.3). */
    public static Optional<Duration> retryAfter(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        if (header.strip().matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(header.strip())));
        }
        try {
            Instant then = ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(Instant.now(), then);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
