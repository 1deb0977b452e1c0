package dev.firedrill.environments.kubernetes.apiserver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs that the form {@code api-server} runs. {@code ci/control-plane-binaries} puts them into the folder in
 * which {@link #find} looks.
 *
 * @param etcd the store's server
 * @param etcdctl the store's tool for a server that runs, which saves snapshots
 * @param etcdutl the store's tool for its files, which restores snapshots; since etcd 3.6 it alone does, before 3.5 there
 *     is none
 * @param kubeApiserver the API server
 */
public record ApiServerBinaries(Path etcd, Path etcdctl, Optional<Path> etcdutl, Path kubeApiserver) {
    /**
     * The programs in the cache folder, or nothing when one of them is missing there.
     *
     * @param environment the environment variables of the harness, which name the cache folder
     */
    public static Optional<ApiServerBinaries> find(Map<String, String> environment) {
        Path folder = folder(environment);
        ApiServerBinaries found = new ApiServerBinaries(
                folder.resolve("etcd"),
                folder.resolve("etcdctl"),
                Optional.of(folder.resolve("etcdutl")).filter(Files::isExecutable),
                folder.resolve("kube-apiserver"));
        return Stream.of(found.etcd, found.etcdctl, found.kubeApiserver).allMatch(Files::isExecutable)
                ? Optional.of(found)
                : Optional.empty();
    }

    /** The tool that makes a data folder from a snapshot, in whichever release of etcd this is. */
    Path snapshotRestorer() {
        return etcdutl.orElse(etcdctl);
    }

    /** The folder in which {@link #find} looks, for a message to a person. */
    public static Path folder(Map<String, String> environment) {
        String cache = environment.get("FIREDRILL_CACHE");
        if (cache != null && !cache.isEmpty()) {
            return Path.of(cache, "control-plane");
        }
        String users = environment.get("XDG_CACHE_HOME");
        Path base = users != null && !users.isEmpty()
                ? Path.of(users)
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".cache");
        return base.resolve("firedrill").resolve("control-plane");
    }
}
