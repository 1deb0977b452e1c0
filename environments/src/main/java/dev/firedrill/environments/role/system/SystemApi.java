package dev.firedrill.environments.role.system;

import java.net.URI;
import java.util.Optional;

/**
 * How clients reach the public API of a system.
 *
 * @param base where it is served
 * @param token who the client is, where the API asks for it
 * @param trust the certificates that its server is trusted for, as PEM; empty where nothing is encrypted, or the
 *     machine's own list will do
 */
public record SystemApi(URI base, Optional<String> token, Optional<String> trust) {
    /** One that asks nobody who they are, and encrypts nothing. */
    public static SystemApi open(URI base) {
        return new SystemApi(base, Optional.empty(), Optional.empty());
    }
}
