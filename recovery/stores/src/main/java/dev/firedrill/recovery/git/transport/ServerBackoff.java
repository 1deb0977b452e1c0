package dev.firedrill.recovery.git.transport;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which servers asked to be left alone, and until when. No Repository on such a server is read before that. */
public final class ServerBackoff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Pause> pauses = new ConcurrentHashMap<>();

    public ServerBackoff(Clock clock) {
        this.clock = clock;
    }

    /** Until when the server of {@code url} is not to be asked, with its reason. */
    public Optional<Pause> pause(String url) {
        return Optional.ofNullable(pauses.get(server(url)))
                .filter(pause -> pause.until().isAfter(clock.instant()));
    }

    /** The server of {@code url} asked to be asked later; without a time of its own, later each time. */
    public Pause note(String url, ServerAnswer answer) {
        return pauses.compute(server(url), (server, before) -> {
            Duration backoff = before == null ? FIRST : shorter(before.length().multipliedBy(2));
            Duration length = shorter(answer.retryAfter().orElse(backoff));
            return new Pause(clock.instant().plus(length), length, answer);
        });
    }

    /** The server of {@code url} answers as it should. */
    public void forget(String url) {
        pauses.remove(server(url));
    }

    private static Duration shorter(Duration wanted) {
        return wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
    }

    private static String server(String url) {
        try {
            return String.valueOf(URI.create(url).getAuthority()).replaceAll("^.*@", "");
        } catch (IllegalArgumentException e) {
            return url;
        }
    }

    public record Pause(Instant until, Duration length, ServerAnswer answer) {}
}
