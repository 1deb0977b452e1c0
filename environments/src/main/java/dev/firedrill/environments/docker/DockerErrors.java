package dev.firedrill.environments.docker;

import dev.firedrill.model.EnvironmentFailure;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what an engine or a registry says into one sentence: what failed, why, and what to do. */
final class DockerErrors {
    /** What to do about an image where no registry is reached; one that was loaded from a file has a tag and no digest. */
    static final String WITHOUT_A_REGISTRY =
            "load it and name it by its tag (--image), or use a mirror (FIREDRILL_IMAGE_PREFIX)";

    private static final int LONGEST = 240;
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    /** How the client words what the engine answered. */
    private static final Pattern QUOTED = Pattern.compile("Status \\d+: \\{\"message\":\"(.*)\"\\}");

    /** A known reason: words to know it by (any of them), and what to do. */
    private record Reason(List<String> words, String what, String remedy) {}

    private static final List<Reason> REASONS = List.of(
            new Reason(
                    List.of("no space left on device", "disk quota exceeded"),
                    "the engine's disk is full",
                    "make room, for instance by 'docker system prune'"),
            new Reason(
                    List.of("port is already allocated", "address already in use"),
                    "the port is taken",
                    "end what listens there and try again"),
            new Reason(
                    List.of("unable to apply caps", "operation not permitted", "privileged mode is incompatible"),
                    "this machine refuses the privileges that were asked for",
                    "run it unprivileged, or on a machine that allows privileged containers"),
            new Reason(
                    List.of("permission denied"),
                    "there is no permission to use the engine",
                    "join the group docker or run as root"),
            new Reason(
                    List.of(
                            "unauthorized",
                            "denied: ",
                            "\"denied\"",
                            "authentication required",
                            "access to the resource is denied"),
                    "the registry refuses",
                    "log in with 'docker login', or name another image"),
            new Reason(
                    List.of("toomanyrequests", "rate limit"),
                    "the registry allows no more downloads for now",
                    "log in, use a mirror (FIREDRILL_IMAGE_PREFIX), or try later"),
            new Reason(
                    List.of("manifest unknown", "manifest for", "not found: manifest", "repository does not exist"),
                    "the registry does not have it",
                    "name an image that exists"),
            new Reason(
                    List.of(
                            "no such host",
                            "i/o timeout",
                            "connection refused",
                            "network is unreachable",
                            "server misbehaving",
                            "tls handshake timeout",
                            "context deadline exceeded",
                            "request canceled"),
                    "the registry cannot be reached",
                    WITHOUT_A_REGISTRY),
            new Reason(
                    List.of("no such image", "no such object"),
                    "the image is not on this machine",
                    "load it or name one that is here"));

    private DockerErrors() {}

    /**
     * The one sentence.
     *
     * @param what what could not be done, such as {@code The container of k3s could not be started}
     */
    static EnvironmentFailure of(String what, Throwable cause) {
        return new EnvironmentFailure(sentence(what, said(cause)), cause);
    }

    static String sentence(String what, String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        for (Reason reason : REASONS) {
            if (reason.words().stream().anyMatch(lower::contains)) {
                Matcher port = PORT.matcher(said);
                String which = reason.what().equals("the port is taken") && port.find()
                        ? "the port " + port.group(1) + " is taken"
                        : reason.what();
                return what + ": " + which + "; " + reason.remedy();
            }
        }
        Matcher quoted = QUOTED.matcher(said.strip());
        return what + ": " + (quoted.matches() ? quoted.group(1) : said.strip());
    }

    /** Everything that the chain of causes says, shortened, on one line. */
    private static String said(Throwable cause) {
        StringBuilder all = new StringBuilder();
        for (Throwable one = cause; one != null; one = one.getCause()) {
            String message = one.getMessage();
            if (message != null && all.indexOf(message) < 0) {
                all.append(all.length() == 0 ? "" : " - ").append(message);
            }
        }
        String line = all.toString().replaceAll("\\s+", " ").strip();
        // The innermost cause says most.
        return line.length() <= LONGEST ? line : "…" + line.substring(line.length() - LONGEST);
    }
}
