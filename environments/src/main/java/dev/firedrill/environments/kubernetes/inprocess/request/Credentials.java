package dev.firedrill.environments.kubernetes.inprocess.request;

import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one secret that opens the API. */
public final class Credentials {
    private static final String USER = "firedrill";

    private final byte[] bearer;
    private final byte[] basic;

    public Credentials(String token) {
        bearer = bytes("Bearer " + token);
        // For kubectl, which sends no token without TLS but does send what stands before the host in a URL.
        basic = bytes("Basic " + Base64.getEncoder().encodeToString(bytes(USER + ":" + token)));
    }

    /** Refuses requests without the token. */
    public void demand(@Nullable String authorization) {
        byte[] sent = bytes(authorization == null ? "" : authorization);
        if (Stream.of(bearer, basic).noneMatch(each -> MessageDigest.isEqual(each, sent))) {
            throw StatusError.unauthorized();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
