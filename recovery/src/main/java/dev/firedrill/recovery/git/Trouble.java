package dev.firedrill.recovery.git;

import dev.firedrill.recovery.git.GitView.Problem;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.transport.URIish;

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
            return "its certificate was not accepted; check it or the trust store of this process";
        }
        return "the connection failed; check the git server (" + withoutSecret(last(failure)) + ")";
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

    /** A URL, or a text with URLs, without the passwords in them. */
    static String withoutSecret(String text) {
        try {
            return new URIish(text).toString();
        } catch (URISyntaxException e) {
            return text.replaceAll("://[^/@\\s]+@", "://");
        }
    }
}
