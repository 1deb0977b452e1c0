package dev.firedrill.environments.kubernetes.inprocess.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where the next page of a list begins.
 *
 * @param revision the revision that all pages show
 * @param after the place of the last object that was shown
 */
public record Continuation(long revision, String after) {
    public static Continuation parse(String text) {
        try {
            JsonNode token = Json.read(Base64.getUrlDecoder().decode(text), false);
            if (token.path("rv").isIntegralNumber() && token.path("start").isTextual()) {
                return new Continuation(
                        token.path("rv").asLong(), token.path("start").asText());
            }
        } catch (IllegalArgumentException | StatusError notOurs) {
            throw unreadable(notOurs.getMessage());
        }
        throw unreadable("it does not say where to go on");
    }

    public String toText() {
        String token = Json.object()
                .put("v", "meta.k8s.io/v1")
                .put("rv", revision)
                .put("start", after)
                .toString();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token.getBytes(StandardCharsets.UTF_8));
    }

    private static StatusError unreadable(String why) {
        return StatusError.badRequest("continue key is not valid: " + why);
    }
}
