package dev.firedrill.recovery.port;

import java.util.Optional;

/** Finds the git login in a Secret. */
@FunctionalInterface
public interface CredentialsSource {
    /** The login in the Secret; empty when there is no such Secret or it holds no login. */
    Optional<Credentials> of(String secretName);
}
