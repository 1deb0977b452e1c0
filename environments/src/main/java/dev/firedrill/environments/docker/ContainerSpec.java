package dev.firedrill.environments.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Volume;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a container is to be like, filled in step by step. */
public final class ContainerSpec {
    final String kind;
    final String image;
    final List<String> entrypoint = new ArrayList<>();
    final List<String> command = new ArrayList<>();
    final Map<String, String> environment = new LinkedHashMap<>();
    /** Port inside to port of 127.0.0.1. */
    final Map<Integer, Integer> ports = new LinkedHashMap<>();
    /** Path inside to the name of the volume, or to a path of the engine's machine. */
    final Map<String, String> volumes = new LinkedHashMap<>();
    /** Path inside to an archive that is unpacked there before the start. */
    final Map<String, List<Supplier<InputStream>>> seeds = new LinkedHashMap<>();

    public boolean hostNetwork;
    public boolean privileged;
    /** Whether the engine removes the container as soon as it has ended. */
    boolean removesItself;

    /** @param kind what the container is called in messages and in its name, such as {@code gitea} */
    public ContainerSpec(String kind, String image) {
        this.kind = kind;
        this.image = image;
    }

    public ContainerSpec entrypoint(String... words) {
        entrypoint.addAll(List.of(words));
        return this;
    }

    public ContainerSpec command(List<String> words) {
        command.addAll(words);
        return this;
    }

    public ContainerSpec set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public ContainerSpec publish(int inside, int local) {
        ports.put(inside, local);
        return this;
    }

    public ContainerSpec mount(String volume, String path) {
        volumes.put(path, volume);
        return this;
    }

    public ContainerSpec seed(String path, Supplier<InputStream> tar) {
        seeds.computeIfAbsent(path, first -> new ArrayList<>()).add(tar);
        return this;
    }

    /** Writes the plan into the command that creates the container. */
    void shape(CreateContainerCmd create) {
        HostConfig host = create.getHostConfig();
        if (host == null) {
            throw new IllegalStateException("a container is created with a host configuration");
        }
        host.withPortBindings(ports.entrySet().stream()
                .map(port -> new PortBinding(
                        Ports.Binding.bindIpAndPort("127.0.0.1", port.getValue()), ExposedPort.tcp(port.getKey())))
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
}
