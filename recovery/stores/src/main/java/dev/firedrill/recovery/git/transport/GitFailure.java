package dev.firedrill.recovery.git.transport;

import dev.firedrill.recovery.model.GitView;
import dev.firedrill.recovery.model.GitView.Obstacle;
import dev.firedrill.recovery.model.Secrets;
import dev.firedrill.recovery.port.Credentials;
import dev.firedrill.recovery.port.GitRepositories;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;

/** A repository cannot be read; carries the answer that {@link GitRepositories#look} gives. */
public final class GitFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** The operating system's words for files that cannot be written on this machine, with any server. */
    private static final Pattern OF_FILES = Pattern.compile("No space left on device|File too large|Disk quota exceeded"
            + "|Read-only file system|Input/output error|Too many open files");

    private static final Pattern ADVERTISED_SHA256 = Pattern.compile("\\b[0-9a-f]{64}\\b");

    private final transient GitView.Unreadable answer;

    public GitFailure(Obstacle obstacle, String message) {
        super(message);
        this.answer = new GitView.Unreadable(obstacle, message);
    }

    private GitFailure(Obstacle obstacle, String message, Throwable cause) {
        super(message, cause);
        this.answer = new GitView.Unreadable(obstacle, message);
    }

    public GitView.Unreadable answer() {
        return answer;
    }

    public boolean mayPass() {
        return answer.obstacle() == Obstacle.UNREACHABLE;
    }

    /** Whether the connection or this machine failed, and not what was asked for. */
    public boolean isOfTheWay() {
        return answer.obstacle() != Obstacle.UNREACHABLE
                || find(this, SocketException.class).isPresent()
                || find(this, UnknownHostException.class).isPresent()
                || find(this, SocketTimeoutException.class).isPresent()
                || find(this, SSLException.class).isPresent()
                || ofFiles(this).isPresent();
    }

    /** Why a file of this machine cannot be written, and what to do. */
    private static Optional<String> ofFiles(Throwable failure) {
        return OF_FILES.matcher(texts(failure))
                .results()
                .findFirst()
                .map(said -> said.group().startsWith("No space")
                        ? "the disk of the work directory is full; make room there or give another --work-dir"
                        : "the work directory cannot be written (" + said.group()
                                + "); mend that or give another --work-dir");
    }

    /** What a failed connection means. */
    public static GitFailure of(String url, Throwable failure) {
        String where = "git repository " + withoutSecret(url) + " ";
        if (find(failure, NoRemoteRepositoryException.class).isPresent()) {
            return new GitFailure(
                    Obstacle.NOT_FOUND,
                    where + "does not exist on its server; restore it or correct spec.git.repo.",
                    failure);
        }
        Optional<String> ofFiles = ofFiles(failure);
        if (ofFiles.isPresent()) {
            return new GitFailure(
                    Obstacle.UNREACHABLE, where + "cannot be read, because " + ofFiles.get() + ".", failure);
        }
        if (isOfTheConnection(failure)) {
            return new GitFailure(Obstacle.UNREACHABLE, where + "cannot be reached: " + reason(failure) + ".", failure);
        }
        return new GitFailure(Obstacle.UNREACHABLE, where + reached(failure), failure);
    }

    /** Not the server but this machine is to blame. */
    public static GitFailure ofThisMachine(String url, String what, IOException failure) {
        String why = ofFiles(failure).orElseGet(() -> what + ": " + withoutSecret(last(failure)));
        return new GitFailure(
                Obstacle.UNREACHABLE,
                "git repository " + withoutSecret(url) + " cannot be read, because " + why + ".",
                failure);
    }

    /** What an answer of the server that was no yes means. */
    public static GitFailure of(String url, ServerAnswer answer, Optional<Credentials> login, Throwable failure) {
        String where = "git repository " + withoutSecret(url) + " ";
        return switch (answer.code()) {
            case HttpURLConnection.HTTP_UNAUTHORIZED, HttpURLConnection.HTTP_FORBIDDEN ->
                new GitFailure(
                        Obstacle.UNAUTHORIZED,
                        where + "does not let us in (" + answer.words() + "); " + key(answer, login) + ".",
                        failure);
            case HttpURLConnection.HTTP_NOT_FOUND ->
                new GitFailure(
                        Obstacle.NOT_FOUND,
                        where + "does not exist on its server, or not for this login (" + answer.words()
                                + "); restore it, correct spec.git.repo, or check spec.git.secretRef.",
                        failure);
            default ->
                new GitFailure(
                        Obstacle.UNREACHABLE,
                        where + "was reached, and its server answers " + answer.words() + "; "
                                + (answer.isOfTheServer() ? "look at the server's log." : "check spec.git.repo."),
                        failure);
        };
    }

    /** The server has asked to be left alone for a while. */
    static GitFailure later(String url, ServerBackoff.Pause pause) {
        return new GitFailure(
                Obstacle.UNREACHABLE,
                "git repository " + withoutSecret(url) + " was reached, and its server wants to be asked later ("
                        + pause.answer().words() + "); it is asked again at "
                        + pause.until().truncatedTo(ChronoUnit.SECONDS) + ".");
    }

    private static String key(ServerAnswer answer, Optional<Credentials> login) {
        if (login.isEmpty()) {
            return "the Repository brings no login: set spec.git.secretRef";
        }
        if (login.get().hasLineBreak()) {
            return "the login in the Secret that spec.git.secretRef names holds a line break: make the Secret without it,"
                    + " 'kubectl create secret generic NAME --from-literal=password=…' adds none";
        }
        return answer.code() == HttpURLConnection.HTTP_UNAUTHORIZED
                ? "check the login in the Secret that spec.git.secretRef names"
                : "give the login in the Secret that spec.git.secretRef names the right to it";
    }

    private static boolean isOfTheConnection(Throwable failure) {
        return find(failure, SocketException.class).isPresent()
                || find(failure, UnknownHostException.class).isPresent()
                || find(failure, SocketTimeoutException.class).isPresent()
                || find(failure, SSLException.class).isPresent()
                || find(failure, EOFException.class).isPresent();
    }

    /** The server sent something that is not what git servers send, or not what this reader was made for. */
    private static String reached(Throwable failure) {
        String text = texts(failure);
        if (text.contains("sha256") || ADVERTISED_SHA256.matcher(text).find()) {
            return "was reached, but it names its objects by SHA-256, which this reader does not understand;"
                    + " make a SHA-1 repository of it.";
        }
        if (text.contains("shallow")) {
            return "was reached, but it is shallow: a part of its history is missing; run 'git fetch --unshallow' in it.";
        }
        if (text.contains("content type")
                || text.contains("invalid advertisement")
                || text.contains("Invalid remote")) {
            return "was reached, but what answers there is no git server (" + withoutSecret(last(failure))
                    + "); correct spec.git.repo.";
        }
        return "was reached, but it cannot be understood (" + withoutSecret(last(failure)) + "); check the git server.";
    }

    /** A repository that was reached and whose contents no reader was made for. */
    public static GitFailure notUnderstood(String url, Throwable failure) {
        return new GitFailure(
                Obstacle.DAMAGED,
                "git repository " + withoutSecret(url) + " was reached but cannot be understood ("
                        + failure.getClass().getSimpleName() + ": " + withoutSecret(last(failure))
                        + "); check it with 'git fsck'.",
                failure);
    }

    private static String reason(Throwable failure) {
        if (find(failure, UnknownHostException.class).isPresent()) {
            return "its host name is unknown; check spec.git.repo and the name service";
        }
        if (find(failure, ConnectException.class).isPresent()
                || find(failure, NoRouteToHostException.class).isPresent()) {
            return "the connection was refused; check that the git server runs";
        }
        if (find(failure, SocketTimeoutException.class).isPresent()) {
            return "the server did not answer in time; check the network and the git server";
        }
        if (find(failure, SSLException.class).isPresent()) {
            return "its certificate was not accepted (" + last(failure)
                    + "); give the authority that signed it with --git-ca, or correct the certificate";
        }
        return "the connection failed (" + withoutSecret(last(failure)) + "); check the git server";
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static String texts(Throwable failure) {
        StringBuilder texts = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            texts.append(cause.getMessage()).append('\n');
        }
        return texts.toString();
    }

    private static String last(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : oneLine(message);
    }

    /** A text of others in one line, without control characters and without logins. */
    static String oneLine(String text) {
        return withoutSecret(text).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    /** A URL, or a text with URLs, without logins and query strings. */
    public static String withoutSecret(String text) {
        return Secrets.removed(text);
    }
}
