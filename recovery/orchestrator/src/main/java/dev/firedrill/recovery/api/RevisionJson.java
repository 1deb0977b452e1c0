package dev.firedrill.recovery.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.engine.Kptfile;
import dev.firedrill.recovery.engine.Tasks;
import dev.firedrill.recovery.engine.Uids;
import dev.firedrill.recovery.engine.Versions;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.Secrets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Package revisions and their resources in the JSON of Porch's API. */
final class RevisionJson {
    static final String LATEST = "kpt.dev/latest-revision";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int REMEMBERED = 4096;

    /** Lists are asked for again and again, and reading YAML is the dear part of them. */
    private final Map<String, Optional<Kptfile>> kptfiles = Collections.synchronizedMap(new Recent());

    ObjectNode revision(CachedRevision row, boolean deployment) {
        ObjectNode json = object("PackageRevision");
        json.set("metadata", metadata(row));
        Optional<Kptfile> kptfile = kptfile(row);
        ObjectNode spec = json.putObject("spec");
        spec.put("packageName", row.name().packageName().path())
                .put("repository", row.name().repository())
                .put("workspaceName", row.name().workspace())
                .put("revision", row.revision())
                .put("lifecycle", row.lifecycle().text());
        row.originTask()
                .map(Secrets::removedFromRepos)
                .flatMap(Tasks::tree)
                .ifPresent(task -> spec.putArray("tasks").add(task));
        kptfile.ifPresent(file -> describe(spec, file));
        json.set("status", status(row, kptfile, deployment));
        return json;
    }

    ObjectNode resources(CachedRevision row) {
        ObjectNode json = object("PackageRevisionResources");
        json.set("metadata", metadata(row));
        ObjectNode spec = json.putObject("spec");
        spec.put("packageName", row.name().packageName().leaf())
                .put("workspaceName", row.name().workspace())
                .put("revision", row.revision())
                .put("repository", row.name().repository());
        ObjectNode files = spec.putObject("resources");
        row.content().files().forEach(files::put);
        json.putObject("status").putObject("renderStatus");
        return json;
    }

    /** The labels as users see them, the computed one among them. */
    static Map<String, String> labels(CachedRevision row) {
        Map<String, String> labels = new TreeMap<>(row.metadata().labels());
        if (row.latest()) {
            labels.put(LATEST, "true");
        }
        return labels;
    }

    private static ObjectNode metadata(CachedRevision row) {
        Metadata metadata = row.metadata();
        ObjectNode json = NODES.objectNode();
        json.put("name", row.name().objectName())
                .put("namespace", row.name().namespace())
                .put("uid", Uids.of(row.name()).toString())
                .put("resourceVersion", Versions.of(row))
                .put("creationTimestamp", time(metadata.createdAt()));
        putTexts(json, "labels", labels(row));
        putTexts(json, "annotations", metadata.annotations());
        if (!metadata.owners().isEmpty()) {
            ArrayNode owners = json.putArray("ownerReferences");
            metadata.owners().forEach(owner -> owners.add(owner(owner)));
        }
        if (!metadata.finalizers().isEmpty()) {
            metadata.finalizers().forEach(json.putArray("finalizers")::add);
        }
        metadata.deletedAt()
                .ifPresent(at -> json.put("deletionTimestamp", time(at)).put("deletionGracePeriodSeconds", 0));
        return json;
    }

    private static void describe(ObjectNode spec, Kptfile kptfile) {
        if (!kptfile.readinessGates().isEmpty()) {
            ArrayNode gates = spec.putArray("readinessGates");
            kptfile.readinessGates().forEach(gate -> gates.addObject().put("conditionType", gate));
        }
        if (!kptfile.labels().isEmpty() || !kptfile.annotations().isEmpty()) {
            ObjectNode metadata = spec.putObject("packageMetadata");
            putTexts(metadata, "labels", kptfile.labels());
            putTexts(metadata, "annotations", kptfile.annotations());
        }
    }

    private static ObjectNode status(CachedRevision row, Optional<Kptfile> kptfile, boolean deployment) {
        ObjectNode status = NODES.objectNode();
        kptfile.flatMap(Kptfile::upstreamLock).ifPresent(lock -> status.set("upstreamLock", lock(lock)));
        status.set("selfLock", lock(row.lock()));
        if (row.lifecycle().isPublished()) {
            status.put("publishedBy", row.updatedBy()).put("publishTimestamp", time(row.updated()));
        }
        status.put("deployment", deployment);
        kptfile.map(Kptfile::conditions)
                .filter(JsonNode::isArray)
                .ifPresent(conditions -> status.set("conditions", conditions));
        return status;
    }

    private static ObjectNode lock(GitLock lock) {
        ObjectNode json = NODES.objectNode().put("type", "git");
        json.putObject("git")
                .put("repo", Secrets.removed(lock.repository()))
                .put("directory", lock.directory())
                .put("ref", lock.ref())
                .put("commit", lock.commit());
        return json;
    }

    private static ObjectNode owner(OwnerReference owner) {
        ObjectNode json = NODES.objectNode()
                .put("apiVersion", owner.apiVersion())
                .put("kind", owner.kind())
                .put("name", owner.name())
                .put("uid", owner.uid());
        if (owner.controller()) {
            json.put("controller", true);
        }
        if (owner.blockOwnerDeletion()) {
            json.put("blockOwnerDeletion", true);
        }
        return json;
    }

    private Optional<Kptfile> kptfile(CachedRevision row) {
        String text = row.content().files().getOrDefault(Kptfile.FILE, "");
        return kptfiles.computeIfAbsent(text, Kptfile::parse);
    }

    private static void putTexts(ObjectNode parent, String field, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            ObjectNode json = parent.putObject(field);
            new TreeMap<>(texts).forEach(json::put);
        }
    }

    private static ObjectNode object(String kind) {
        return NODES.objectNode().put("apiVersion", Discovery.GROUP_VERSION).put("kind", kind);
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static final class Recent extends LinkedHashMap<String, Optional<Kptfile>> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Kptfile>> eldest) {
            return size() > REMEMBERED;
        }
    }
}
