package dev.firedrill.recovery.git;

import dev.firedrill.recovery.git.GitView.Problem;
import dev.firedrill.recovery.model.Secrets;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;

/** A repository cannot be read; carries the answer that {@link GitRepositories#look} gives. */
final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient GitView.Unreadable answer;

    Trouble(Problem problem, String message) {
        super(message);
        this.answer = new GitView.Unreadable(problem, message);
    }

    private Trouble(Problem problem, String message, Throwable cause) {
        super(message, cause);
        this.answer = new GitView.Unreadable(problem, message);
    }

    GitView.Unreadable answer() {
        return answer;
    }

    boolean mayPass() {
        return answer.problem() == Problem.UNREACHABLE;
    }

    /** Whether the connection or this machine failed, and not what was asked for. */
    boolean isOfTheWay() {
        return answer.problem() != Problem.UNREACHABLE
                || find(this, SocketException.class).isPresent()
                || find(this, UnknownHostException.class).isPresent()
                || find(this, SocketTimeoutException.class).isPresent()
                || find(this, SSLException.class).isPresent()
                || isFull(this);
    }

    private static boolean isFull(Throwable failure) {
        return texts(failure).contains("No space left on device");
    }

    /** What a failed connection means. */
    static Trouble of(String url, Throwable failure) {
        String where = "git repository " + withoutSecret(url) + " ";
        if (find(failure, NoRemoteRepositoryException.class).isPresent()) {
            return new Trouble(
                    Problem.NOT_FOUND,
                    where + "does not exist on its server; restore it or correct spec.git.repo.",
                    failure);
        }
        String text = texts(failure).toLowerCase(Locale.ROOT);
        if (text.contains("not authorized") || text.contains("not permitted") || text.contains("authentication")) {
            return new Trouble(
                    Problem.UNAUTHORIZED,
                    where + "does not let us in; check the login in the Secret that spec.git.secretRef names.",
                    failure);
        }
        return new Trouble(Problem.UNREACHABLE, where + "cannot be reached: " + reason(failure) + ".", failure);
    }

    /** A repository that was reached and whose contents no reader was made for. */
    static Trouble notUnderstood(String url, Throwable failure) {
        return new Trouble(
                Problem.DAMAGED,
                "git repository " + withoutSecret(url) + " was reached but cannot be understood ("
                        + failure.getClass().getSimpleName() + ": " + withoutSecret(last(failure))
                        + "); check it with 'git fsck'.",
                failure);
    }

    private static String reason(Throwable failure) {
        if (isFull(failure)) {
            return "the disk of the work directory is full; make room there or give another --work-dir";
        }
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
            return "its certificate was not accepted; check it or the trust store of this process";
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
        return message == null ? cause.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
    }

    /** A URL, or a text with URLs, without logins and query strings. */
    static String withoutSecret(String text) {
        return Secrets.removed(text);
    }
}
