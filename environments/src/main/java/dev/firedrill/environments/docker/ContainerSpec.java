package dev.firedrill.environments.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import com.github.dockerjava.api.model.Volume;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a container is to be like; made by {@link #of}.
 *
 * @param kind what the container is called in messages and in its name, such as {@code gitea}
 * @param entrypoint empty for that of the image
 * @param command empty for that of the image
 * @param ports port inside to port of 127.0.0.1
 * @param volumes path inside to the name of the volume, or to a path of the engine's machine
 * @param seeds path inside to the archives that are unpacked there before the start
 * @param hostNetwork whether it shares this machine's network
 * @param removesItself whether the engine removes the container as soon as it has ended
 */
public record ContainerSpec(
        String kind,
        String image,
        List<String> entrypoint,
        List<String> command,
        Map<String, String> environment,
        Map<Integer, Integer> ports,
        Map<String, String> volumes,
        Map<String, List<Supplier<InputStream>>> seeds,
        boolean hostNetwork,
        boolean privileged,
        boolean removesItself) {
    /** Begins a container of an image. */
    public static Builder of(String kind, String image) {
        return new Builder(kind, image);
    }

    /** Writes what it says into the command that creates the container. */
    void shape(CreateContainerCmd create) {
        HostConfig host = create.getHostConfig();
        if (host == null) {
            throw new IllegalStateException("a container is created with a host configuration");
        }
        host.withPortBindings(ports.entrySet().stream()
                .map(port -> new PortBinding(
                        Binding.bindIpAndPort("127.0.0.1", port.getValue()), ExposedPort.tcp(port.getKey())))
                .toList());
        host.withBinds(volumes.entrySet().stream()
                .map(volume -> new Bind(volume.getValue(), new Volume(volume.getKey())))
                .toList());
        host.withPrivileged(privileged);
        host.withAutoRemove(removesItself);
        if (hostNetwork) {
            host.withNetworkMode("host");
        }
        if (!entrypoint.isEmpty()) {
            create.withEntrypoint(entrypoint);
        }
        create.withExposedPorts(ports.keySet().stream().map(ExposedPort::tcp).toList());
    }

    /** Filled in step by step. */
    public static final class Builder {
        private final String kind;
        private final String image;
        private final List<String> entrypoint = new ArrayList<>();
        private final List<String> command = new ArrayList<>();
        private final Map<String, String> environment = new LinkedHashMap<>();
        private final Map<Integer, Integer> ports = new LinkedHashMap<>();
        private final Map<String, String> volumes = new LinkedHashMap<>();
        private final Map<String, List<Supplier<InputStream>>> seeds = new LinkedHashMap<>();
        private boolean hostNetwork;
        private boolean privileged;
        private boolean removesItself;

        private Builder(String kind, String image) {
            this.kind = kind;
            this.image = image;
        }

        public Builder entrypoint(String... words) {
            entrypoint.addAll(List.of(words));
            return this;
        }

        public Builder command(List<String> words) {
            command.addAll(words);
            return this;
        }

        public Builder set(String variable, String value) {
            environment.put(variable, value);
            return this;
        }

        /** Lets a port inside be reached at one of 127.0.0.1. */
        public Builder publish(int inside, int local) {
            ports.put(inside, local);
            return this;
        }

        public Builder mount(String volume, String path) {
            volumes.put(path, volume);
            return this;
        }

        /** Unpacks an archive before the start. */
        public Builder seed(String path, Supplier<InputStream> tar) {
            seeds.computeIfAbsent(path, first -> new ArrayList<>()).add(tar);
            return this;
        }

        /** Shares this machine's network. */
        public Builder onHostNetwork() {
            hostNetwork = true;
            return this;
        }

        public Builder privileged(boolean whether) {
            privileged = whether;
            return this;
        }

        /** Has the engine remove the container as soon as it has ended. */
        Builder removingItself() {
            removesItself = true;
            return this;
        }

        /** The finished specification. */
        public ContainerSpec build() {
            return new ContainerSpec(
                    kind,
                    image,
                    List.copyOf(entrypoint),
                    List.copyOf(command),
                    new LinkedHashMap<>(environment),
                    new LinkedHashMap<>(ports),
                    new LinkedHashMap<>(volumes),
                    new LinkedHashMap<>(seeds),
                    hostNetwork,
                    privileged,
                    removesItself);
        }
    }
}
