package dev.firedrill.environments.kubernetes.inprocess;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.kind.ResourceKind;
import dev.firedrill.environments.kubernetes.inprocess.request.ApiRequest;
import dev.firedrill.environments.kubernetes.inprocess.request.Continuation;
import dev.firedrill.environments.kubernetes.inprocess.request.Json;
import dev.firedrill.environments.kubernetes.inprocess.request.ObjectSelection;
import dev.firedrill.environments.kubernetes.inprocess.request.Reply;
import dev.firedrill.environments.kubernetes.inprocess.status.ErrorSubject;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import dev.firedrill.environments.kubernetes.inprocess.store.ResourceStore;
import dev.firedrill.environments.kubernetes.inprocess.store.StoreListing;
import dev.firedrill.environments.kubernetes.inprocess.store.StoredObject;
import java.util.List;

/** Reads one object, or a list of them: the newest, or, page by page, as they were when the first page was read. */
final class Reads {
    private static final ErrorSubject OPTIONS = new ErrorSubject("meta.k8s.io", "", "ListOptions", "");

    private final ResourceStore store;

    Reads(ResourceStore store) {
        this.store = store;
    }

    /** {@code GET} of one object. */
    Reply get(ApiRequest call) {
        refuseFuture(call.query().resourceVersion());
        StoredObject object = store.get(call.key()).orElseThrow(() -> StatusError.notFound(call.subject()));
        return Reply.ok(call.kind().view(object.body()));
    }

    /** {@code GET} of a collection. */
    Reply list(ApiRequest call) {
        ObjectSelection selection = ObjectSelection.of(call);
        long limit = call.query().number("limit");
        StoreListing listing;
        String after = "";
        if (call.query().has("continue")) {
            Continuation continuation = Continuation.parse(call.query().text("continue"));
            after = continuation.after();
            listing = store.listAt(call.scope(), continuation.revision()).orElseThrow(Reads::tooOld);
        } else {
            listing = listing(call, limit);
        }
        return Reply.ok(page(call, listing, selection, limit, after));
    }

    private StoreListing listing(ApiRequest call, long limit) {
        long asked = call.query().resourceVersion();
        String match = call.query().text("resourceVersionMatch");
        if (!match.isEmpty() && !call.query().has("resourceVersion")) {
            throw StatusError.invalid(
                    OPTIONS,
                    List.of(FieldError.forbidden(
                            "resourceVersionMatch",
                            "resourceVersionMatch is forbidden unless resourceVersion is provided")));
        }
        refuseFuture(asked);
        boolean exact = "Exact".equals(match) || (match.isEmpty() && limit > 0 && asked > 0);
        if (!exact) {
            return store.list(call.scope());
        }
        return store.listAt(call.scope(), asked)
                .orElseThrow(() -> StatusError.expired("The resourceVersion for the provided list is too old."));
    }

    private void refuseFuture(long asked) {
        long current = store.revision();
        if (asked > current) {
            throw StatusError.tooLargeResourceVersion(asked, current);
        }
    }

    private static ObjectNode page(
            ApiRequest call, StoreListing listing, ObjectSelection selection, long limit, String after) {
        ObjectNode list = Json.object();
        list.put("kind", call.kind().names().listKind())
                .put("apiVersion", call.kind().apiVersion());
        ObjectNode metadata = list.putObject("metadata").put("resourceVersion", Long.toString(listing.revision()));
        if (call.kind().custom()) {
            metadata.put("continue", "");
        }
        ArrayNode items = list.putArray("items");
        String last = "";
        int left = 0;
        for (StoredObject each : listing.objects()) {
            String place = place(each);
            if (place.compareTo(after) <= 0 || !selection.test(each.body())) {
                continue;
            }
            if (limit > 0 && items.size() == limit) {
                left++;
                continue;
            }
            items.add(item(call.kind(), each));
            last = place;
        }
        if (left > 0) {
            metadata.put("continue", new Continuation(listing.revision(), last).toText());
            if (selection.isEverything()) {
                metadata.put("remainingItemCount", left);
            }
        }
        return list;
    }

    /** An item of a list: those of built-in kinds do not repeat the kind, those of custom ones do. */
    static ObjectNode item(ResourceKind kind, StoredObject object) {
        ObjectNode shown = kind.view(object.body());
        if (kind.custom()) {
            return shown;
        }
        ObjectNode item = Json.object();
        item.setAll(shown);
        return item.remove(List.of("kind", "apiVersion"));
    }

    private static String place(StoredObject object) {
        // Below every character of a name, so that places sort as keys do.
        return object.key().namespace() + "\u0001" + object.key().name();
    }

    private static StatusError tooOld() {
        return StatusError.expired("The provided continue parameter is too old to display a consistent list result. You"
                + " can start a new list without the continue parameter.");
    }
}
