package dev.firedrill.environments.docker;

import com.github.dockerjava.api.model.Info;
import java.net.URI;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * The engine of this machine as Testcontainers is told of it. Left to itself Testcontainers takes a machine with a
 * {@code /.dockerenv} for a container and pulls an image to find out how to reach itself, and it writes what it found
 * into the user's home.
 */
final class LocalEngine extends DockerClientProviderStrategy {
    private final URI address;

    LocalEngine(URI address) {
        this.address = address;
    }

    @Override
    public String getDescription() {
        return "the engine of this machine at " + address;
    }

    @Override
    public TransportConfig getTransportConfig() {
        return TransportConfig.builder().dockerHost(address).build();
    }

    @Override
    protected boolean isPersistable() {
        return false;
    }

    @Override
    public synchronized String getDockerHostIpAddress() {
        return "127.0.0.1";
    }

    @Override
    public Info getInfo() {
        return getDockerClient().infoCmd().exec();
    }
}
