package dev.firedrill.recovery.cache.rows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.model.Secrets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JSON texts in Porch's columns: how they are written and what is read out of them. */
public final class ColumnJson {
    private ColumnJson() {}

    /** {@code meta}: the known members laid over what the column held, so that members we do not know survive. */
    public static String meta(RevisionName name, Metadata metadata, String before) {
        ObjectNode node = Json.objectIn(before).orElseGet(Json::object);
        node.put("name", name.objectName());
        node.put("namespace", name.namespace());
        node.put(
                "creationTimestamp",
                metadata.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
        node.remove(List.of("deletionTimestamp", "labels", "annotations", "ownerReferences", "finalizers"));
        metadata.deletedAt()
                .ifPresent(when -> node.put(
                        "deletionTimestamp",
                        when.truncatedTo(ChronoUnit.SECONDS).toString()));
        if (!metadata.labels().isEmpty()) {
            node.set("labels", Json.of(metadata.labels()));
        }
        if (!metadata.annotations().isEmpty()) {
            node.set("annotations", Json.of(metadata.annotations()));
        }
        if (!metadata.owners().isEmpty()) {
            node.set("ownerReferences", owners(metadata.owners()));
        }
        if (!metadata.finalizers().isEmpty()) {
            ArrayNode finalizers = node.putArray("finalizers");
            metadata.finalizers().forEach(finalizers::add);
        }
        return Json.write(node);
    }

    private static ArrayNode owners(List<OwnerReference> owners) {
        ArrayNode array = Json.array();
        for (OwnerReference owner : owners) {
            ObjectNode node = array.addObject();
            node.put("apiVersion", owner.apiVersion());
            node.put("kind", owner.kind());
            node.put("name", owner.name());
            node.put("uid", owner.uid());
            if (owner.controller()) {
                node.put("controller", true);
            }
            if (owner.blockOwnerDeletion()) {
                node.put("blockOwnerDeletion", true);
            }
        }
        return array;
    }

    public static Metadata metadata(String meta, Instant fallback) {
        ObjectNode node = Json.objectIn(meta).orElseGet(Json::object);
        List<OwnerReference> owners = new ArrayList<>();
        for (JsonNode owner : node.path("ownerReferences")) {
            owners.add(new OwnerReference(
                    owner.path("apiVersion").asText(),
                    owner.path("kind").asText(),
                    owner.path("name").asText(),
                    owner.path("uid").asText(),
                    owner.path("controller").asBoolean(),
                    owner.path("blockOwnerDeletion").asBoolean()));
        }
        List<String> finalizers = new ArrayList<>();
        node.path("finalizers").forEach(finalizer -> finalizers.add(finalizer.asText()));
        return new Metadata(
                Json.strings(node.path("labels")),
                Json.strings(node.path("annotations")),
                owners,
                finalizers,
                time(node.path("creationTimestamp")).orElse(fallback),
                time(node.path("deletionTimestamp")));
    }

    private static Optional<Instant> time(JsonNode node) {
        if (!node.isTextual()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(node.asText()).toInstant())
                    .filter(time -> !time.isBefore(RowReader.EARLIEST) && !time.isAfter(RowReader.LATEST));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** {@code spec}: what it held, with the names, and with gates and package metadata as the Kptfile has them. */
    static String spec(CachedRevision revision) {
        ObjectNode node = Json.objectIn(revision.spec()).orElseGet(Json::object);
        RevisionName name = revision.name();
        node.put("packageName", name.packageName().path());
        node.put("repository", name.repository());
        node.put("workspaceName", name.workspace());
        if (!node.has("lifecycle")) {
            node.put("lifecycle", revision.lifecycle().text());
        }
        if (!node.has("tasks") && revision.originTask().isPresent()) {
            node.set("tasks", Json.parse(tasks(revision.originTask())));
        }
        if (!node.has("revision") && revision.revision() != 0) {
            node.put("revision", revision.revision());
        }
        KptfileReader.of(revision.content()).ifPresent(kptfile -> {
            node.remove(List.of("readinessGates", "packageMetadata"));
            if (!kptfile.readinessGates().isEmpty()) {
                node.set("readinessGates", kptfile.readinessGates());
            }
            node.set("packageMetadata", kptfile.packageMetadata());
        });
        return Json.write(node);
    }

    /** {@code tasks}: one origin task or none. */
    public static String tasks(Optional<String> originTask) {
        ArrayNode array = Json.array();
        originTask.flatMap(Json::objectIn).ifPresent(array::add);
        return Json.write(array);
    }

    public static Optional<String> originTask(String tasks) {
        Optional<ObjectNode> first = Json.objectIn("{\"tasks\":" + (tasks.isBlank() ? "[]" : tasks) + "}");
        return first.map(node -> node.path("tasks").path(0))
                .filter(JsonNode::isObject)
                .map(Json::write);
    }

    /** {@code ext_pr_id}: the self lock. */
    public static String lock(GitLock lock) {
        ObjectNode node = Json.object();
        node.put("type", "git");
        ObjectNode git = node.putObject("git");
        git.put("repo", lock.repository());
        git.put("directory", lock.directory());
        git.put("ref", lock.ref());
        git.put("commit", lock.commit());
        return Json.write(node);
    }

    public static GitLock lock(String text) {
        JsonNode git = Json.objectIn(text).orElseGet(Json::object).path("git");
        return new GitLock(
                git.path("repo").asText(),
                git.path("directory").asText(),
                git.path("ref").asText(),
                git.path("commit").asText());
    }

    /** {@code kptfile_status}: conditions and upstream lock as the Kptfile has them. */
    static String kptfileStatus(CachedRevision revision) {
        ObjectNode node = Json.object();
        KptfileReader.of(revision.content()).ifPresent(kptfile -> {
            if (!kptfile.conditions().isEmpty()) {
                node.set("conditions", kptfile.conditions());
            }
            if (kptfile.upstreamLock().isObject()) {
                node.set("upstreamLock", kptfile.upstreamLock());
            }
        });
        // The Kptfile is a user's and stays what it is; a column is read by others.
        return Secrets.removedFromRepos(Json.write(node));
    }
}
