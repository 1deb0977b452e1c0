package dev.firedrill.recovery.api;

import com.sun.net.httpserver.Headers;
import dev.firedrill.recovery.engine.User;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** Which requests are admitted, and which user each comes from. */
final class Authentication {
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final Optional<String> token;

    /**
     * Admits requests with {@code token}, or all requests when there is none.
     */
    Authentication(Optional<String> token) {
        this.token = token;
    }

    boolean admits(Headers headers) {
        return token.map(wanted -> isSame(BEARER + wanted, header(headers, "Authorization")))
                .orElse(true);
    }

    /** The user that the request names: only a name for the record, not a right. */
    User user(Headers headers) {
        String impersonated = header(headers, "Impersonate-User");
        if (!impersonated.isBlank()) {
            return new User(impersonated);
        }
        String authorization = header(headers, "Authorization");
        return authorization.startsWith(BASIC) ? basic(authorization.substring(BASIC.length())) : User.nobody();
    }

    private static User basic(String encoded) {
        try {
            String login = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            return new User(login.substring(0, Math.max(0, login.indexOf(':'))));
        } catch (IllegalArgumentException e) {
            return User.nobody();
        }
    }

    private static boolean isSame(String wanted, String given) {
        // Takes as long whatever the first difference is, so that a token cannot be guessed letter by letter.
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String header(Headers headers, String name) {
        return Optional.ofNullable(headers.getFirst(name)).orElse("");
    }
}
