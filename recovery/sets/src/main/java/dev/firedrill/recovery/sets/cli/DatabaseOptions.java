package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.member.cache.CacheDatabase;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The database of the package cache. */
public final class DatabaseOptions {
    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "The package cache, jdbc:postgresql://HOST:PORT/DATABASE, without credentials.")
    private @Nullable String url;

    @Option(
            names = "--database-user",
            paramLabel = "NAME",
            defaultValue = "porch",
            description = "Who logs in to the package cache (default: ${DEFAULT-VALUE}).")
    private String user = "porch";

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "The file with the password; it is read again at every new connection.")
    private @Nullable Path passwordFile;

    @Option(
            names = "--database-ca",
            paramLabel = "FILE",
            description = "The certificate authority of the package cache, in PEM; the server has to prove its name.")
    private @Nullable Path authorities;

    /** Empty when no package cache is named. */
    Optional<CacheDatabase> database() {
        return Optional.ofNullable(url)
                .map(text -> new CacheDatabase(
                        text, user, Optional.ofNullable(passwordFile), Optional.ofNullable(authorities)));
    }
}
