package dev.firedrill.environments.kubernetes.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiServerBinariesTest {
    @TempDir
    Path cache;

    @Test
    void the_cache_folder_is_the_one_of_the_script_that_fills_it() {
        assertThat(ApiServerBinaries.folder(Map.of("HOME", "/h"))).hasToString("/h/.cache/firedrill/control-plane");
        assertThat(ApiServerBinaries.folder(Map.of("HOME", "/h", "XDG_CACHE_HOME", "/x")))
                .hasToString("/x/firedrill/control-plane");
        assertThat(ApiServerBinaries.folder(Map.of("HOME", "/h", "XDG_CACHE_HOME", "/x", "FIREDRILL_CACHE", "/f")))
                .hasToString("/f/control-plane");
    }

    @Test
    void all_three_programs_must_be_there() throws IOException {
        Map<String, String> environment = Map.of("FIREDRILL_CACHE", cache.toString());
        Path folder = Files.createDirectories(cache.resolve("control-plane"));
        program(folder.resolve("etcd"));
        program(folder.resolve("kube-apiserver"));
        assertThat(ApiServerBinaries.find(environment)).isEmpty();
        program(folder.resolve("etcdctl"));
        assertThat(ApiServerBinaries.find(environment)).isPresent();
    }

    @Test
    void snapshots_are_restored_by_the_tool_of_the_release() throws IOException {
        Map<String, String> environment = Map.of("FIREDRILL_CACHE", cache.toString());
        Path folder = Files.createDirectories(cache.resolve("control-plane"));
        for (String name : List.of("etcd", "etcdctl", "kube-apiserver")) {
            program(folder.resolve(name));
        }
        assertThat(ApiServerBinaries.find(environment).orElseThrow().snapshotRestorer())
                .hasFileName("etcdctl");
        program(folder.resolve("etcdutl"));
        assertThat(ApiServerBinaries.find(environment).orElseThrow().snapshotRestorer())
                .hasFileName("etcdutl");
    }

    private static void program(Path file) throws IOException {
        Files.writeString(file, "#!/bin/sh\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
