package dev.firedrill.environments.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** The file in which the orchestrator says where it listens. */
final class ListenFile {
    private ListenFile() {}

    static URI read(Path file) {
        try {
            JsonNode said = new ObjectMapper().readTree(file.toFile());
            return URI.create("http://" + said.path("listening").asText());
        } catch (IOException | IllegalArgumentException e) {
            throw new EnvironmentFailure(
                    "The orchestrator's listen file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
