package dev.firedrill.recovery.cli;

import dev.firedrill.recovery.port.CacheUnavailable;
import dev.firedrill.recovery.port.ClusterUnavailable;
import dev.firedrill.recovery.reconcile.RecoveryComponents;
import dev.firedrill.recovery.reconcile.RecoveryFactory;
import dev.firedrill.recovery.reconcile.Settings;
import dev.firedrill.recovery.reconcile.ShippedRecovery;
import dev.firedrill.recovery.serve.Orchestrator;
import dev.firedrill.recovery.serve.ServeSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: the orchestrator as a process. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        defaultValueProvider = EnvironmentDefaults.class,
        description = "Serves Porch's API and keeps the package cache in line with control plane and git.")
public final class ServeCommand implements Callable<Integer> {
    private static final int BROKEN = 2;

    private final RecoveryFactory recovery;

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:0",
            description = "Where to serve the API; port 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private String listen = "127.0.0.1:0";

    @Option(names = "--listen-file", paramLabel = "FILE", description = "Receives where the API listens, as JSON.")
    private @Nullable Path listenFile;

    @Option(
            names = "--poll-interval",
            paramLabel = "DURATION",
            defaultValue = "PT5S",
            converter = DurationText.class,
            description = "How long after a pass the next one begins at the latest (default: ${DEFAULT-VALUE}).")
    private Duration pollInterval = Duration.ofSeconds(5);

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "The bearer token that clients have to bring; without it everybody is let in.")
    private @Nullable Path tokenFile;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The shipped recovery. */
    public ServeCommand() {
        this(new ShippedRecovery());
    }

    /** The recovery whose components {@code recovery} makes. */
    public ServeCommand(RecoveryFactory recovery) {
        this.recovery = recovery;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            Settings settings = stores.settings();
            ServeSettings serve =
                    new ServeSettings(address(), Optional.ofNullable(listenFile), positive(pollInterval), token());
            HttpServerProperties.setMissing(System.getProperties());
            try (RecoveryComponents components = recovery.connect(settings)) {
                Orchestrator.run(components, serve, line -> {
                    out.println(line);
                    out.flush();
                });
            }
            return 0;
        } catch (ClusterUnavailable | CacheUnavailable | IOException | UncheckedIOException e) {
            spec.commandLine().getErr().println("serve: " + e.getMessage());
            return BROKEN;
        }
    }

    private InetSocketAddress address() {
        int colon = listen.lastIndexOf(':');
        try {
            InetSocketAddress address = new InetSocketAddress(
                    listen.substring(0, Math.max(colon, 0)).replaceAll("[\\[\\]]", ""),
                    Integer.parseInt(listen.substring(colon + 1)));
            if (colon > 0 && !address.isUnresolved()) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--listen '" + listen + "' is not HOST:PORT", e);
        }
        throw new ParameterException(spec.commandLine(), "--listen '" + listen + "' is not HOST:PORT");
    }

    private Duration positive(Duration interval) {
        if (interval.isNegative() || interval.isZero()) {
            throw new ParameterException(spec.commandLine(), "--poll-interval has to be longer than nothing");
        }
        return interval;
    }

    private Optional<String> token() throws IOException {
        if (tokenFile == null) {
            return Optional.empty();
        }
        String token = Files.readString(tokenFile).strip();
        if (token.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--token-file holds no token");
        }
        return Optional.of(token);
    }
}
