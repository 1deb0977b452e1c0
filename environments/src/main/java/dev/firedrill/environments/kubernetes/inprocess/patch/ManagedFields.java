package dev.firedrill.environments.kubernetes.inprocess.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.schema.Schema;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps the books of who owns which field, through plain writes and through server-side apply. */
public final class ManagedFields {
    /** Nobody owns these: they say which object it is, or are the server's own. */
    private static final FieldSet UNOWNED = FieldSet.parse(unowned());

    private final Schema schema;
    private final FieldManager manager;
    private final String apiVersion;
    private final String now;

    /** The books of an object of the given schema, for a write of {@code manager} in {@code apiVersion} at {@code now}. */
    public ManagedFields(Schema schema, FieldManager manager, String apiVersion, String now) {
        this.schema = schema;
        this.manager = manager;
        this.apiVersion = apiVersion;
        this.now = now;
    }

    /** Lets the manager own what it changes by writing {@code fresh} in the place of {@code live}. */
    public void noteUpdate(ObjectNode live, ObjectNode fresh) {
        Ownership ownership = isReset(fresh) ? new Ownership() : Ownership.of(fresh);
        if (ownership.isEmpty() && !isReset(fresh)) {
            ownership = Ownership.of(live);
        }
        ownership.refine(live, schema);
        FieldComparison changes = FieldComparison.between(bare(live), bare(fresh), schema);
        if (!changes.isSame()) {
            ownership.takeFromOthers(manager, changes.written().or(changes.removed()));
            FieldSet owned = ownership
                    .of(manager)
                    .or(changes.written())
                    .without(changes.removed())
                    .without(UNOWNED);
            ownership.give(manager, owned, apiVersion, now);
        }
        ownership.writeTo(fresh);
    }

    /** The live object with what {@code applied} says, without what the manager applied earlier and no longer does. */
    public ObjectNode apply(ObjectNode live, ObjectNode applied, boolean force) {
        Ownership before = Ownership.of(live);
        Ownership ownership = Ownership.of(live);
        ownership.refine(live, schema);
        JsonNode bareLive = bare(live);
        FieldSet last = ownership.of(manager);
        FieldSet claimed = FieldSets.of(applied, schema).without(UNOWNED);
        ownership.give(manager, claimed, apiVersion, now);
        JsonNode merged = prune(Merge.of(bareLive, applied, schema), ownership, last);

        FieldComparison changes = FieldComparison.between(bareLive, merged, schema);
        List<FieldError> conflicts = conflicts(ownership, changes);
        if (!force && !conflicts.isEmpty()) {
            throw StatusError.applyConflict(conflicts);
        }
        ownership.takeFromOthers(manager, changes.written().or(changes.removed()));
        ObjectNode result = (ObjectNode) merged;
        // Applying the same again is no write, not even of the time in the books.
        (changes.isSame() && ownership.sameAs(before) ? before : ownership).writeTo(result);
        return result;
    }

    private JsonNode prune(JsonNode merged, Ownership ownership, FieldSet last) {
        if (last.isEmpty()) {
            return merged;
        }
        FieldSet all = FieldSets.of(merged, schema);
        FieldSet left = FieldSets.of(Merge.without(merged, last, schema), schema);
        JsonNode owned = Merge.without(merged, all.without(left.or(ownership.ofAll())), schema);
        FieldSet kept = FieldSets.of(owned, schema);
        return Merge.without(merged, all.without(kept).and(last), schema);
    }

    private List<FieldError> conflicts(Ownership ownership, FieldComparison changes) {
        List<FieldError> conflicts = new ArrayList<>();
        for (Map.Entry<FieldManager, FieldSet> other : ownership.others(manager).entrySet()) {
            String with = "conflict with " + ownership.shown(other.getKey());
            other.getValue().and(changes.written()).stream()
                    .forEach(path -> conflicts.add(new FieldError("FieldManagerConflict", path.shown(), with)));
        }
        return conflicts;
    }

    private static ObjectNode bare(ObjectNode object) {
        ObjectNode bare = object.deepCopy();
        bare.withObject("/metadata").remove("managedFields");
        return bare;
    }

    /** An empty list, or one empty entry, asks for the books to be begun anew. */
    private static boolean isReset(ObjectNode object) {
        JsonNode entries = object.path("metadata").path("managedFields");
        return entries.isArray()
                && (entries.isEmpty() || (entries.size() == 1 && entries.get(0).isEmpty()));
    }

    private static ObjectNode unowned() {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.putObject("f:apiVersion");
        fields.putObject("f:kind");
        ObjectNode metadata = fields.putObject("f:metadata");
        metadata.putObject(".");
        List.of(
                        "name",
                        "namespace",
                        "creationTimestamp",
                        "selfLink",
                        "uid",
                        "generation",
                        "managedFields",
                        "resourceVersion",
                        "deletionTimestamp",
                        "deletionGracePeriodSeconds")
                .forEach(each -> metadata.putObject("f:" + each));
        return fields;
    }
}
