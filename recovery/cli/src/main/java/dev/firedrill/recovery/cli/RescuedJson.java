package dev.firedrill.recovery.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.RescuedRevision;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A rescued revision as {@code rescue show --json} prints it. Its {@code contentHash} is the SHA-256 of what {@code
 * sha256sum} prints for its files in the order of their names, so that a copy can be checked by hand.
 */
final class RescuedJson {
    private RescuedJson() {}

    static ObjectNode of(RescuedRevision rescued) {
        CachedRevision revision = rescued.revision();
        ObjectNode node = Json.object()
                .put("name", revision.name().objectName())
                .put("lifecycle", revision.lifecycle().text())
                .put("revision", revision.revision())
                .put("files", revision.content().files().size())
                .put("contentHash", contentHash(revision))
                .put("reason", rescued.reason())
                .put("rescuedAt", rescued.rescuedAt().toString())
                .put("updatedBy", revision.updatedBy());
        node.set("labels", Json.of(revision.metadata().labels()));
        node.set("annotations", Json.of(revision.metadata().annotations()));
        node.set("owners", owners(revision));
        node.set("tasks", tasks(revision));
        return node;
    }

    private static String contentHash(CachedRevision revision) {
        StringBuilder lines = new StringBuilder();
        revision.content()
                .files()
                .forEach((path, text) ->
                        lines.append(sha256(text)).append("  ").append(path).append('\n'));
        return sha256(lines.toString());
    }

    private static ArrayNode owners(CachedRevision revision) {
        ArrayNode owners = Json.array();
        for (OwnerReference owner : revision.metadata().owners()) {
            owners.addObject()
                    .put("apiVersion", owner.apiVersion())
                    .put("kind", owner.kind())
                    .put("name", owner.name())
                    .put("uid", owner.uid())
                    .put("controller", owner.controller())
                    .put("blockOwnerDeletion", owner.blockOwnerDeletion());
        }
        return owners;
    }

    private static ArrayNode tasks(CachedRevision revision) {
        ArrayNode tasks = Json.array();
        revision.originTask().flatMap(Json::objectIn).ifPresent(tasks::add);
        return tasks;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
