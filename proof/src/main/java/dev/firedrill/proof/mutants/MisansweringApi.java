package dev.firedrill.proof.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.api.Answer;
import dev.firedrill.recovery.api.Request;
import dev.firedrill.recovery.api.Responder;
import dev.firedrill.recovery.reconcile.RecoveryComponents;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Public APIs that answer something else than what the cache says; nothing in any store is wrong. */
final class MisansweringApi {
    private static final int OK = 200;

    private MisansweringApi() {}

    /** One that answers {@code change} of every revision, in lists and by name. */
    static UnaryOperator<RecoveryComponents> ofRevisions(Consumer<ObjectNode> change) {
        return answering(request -> true, body -> {
            items(body).forEach(change);
            if (isRevision(body)) {
                change.accept(body);
            }
        });
    }

    /** One that answers {@code change} of a revision that is asked for by its name, and the truth in lists. */
    static UnaryOperator<RecoveryComponents> byName(Consumer<ObjectNode> change) {
        return answering(request -> true, body -> {
            if (isRevision(body)) {
                change.accept(body);
            }
        });
    }

    /** One that shows the owners that the cache has of each revision, whether they are there or not. */
    static UnaryOperator<RecoveryComponents> withEveryOwner() {
        return components -> ofRevisions(item -> components
                        .cache()
                        .find(
                                components.settings().namespace(),
                                item.path("metadata").path("name").asText())
                        .ifPresent(row -> {
                            if (row.metadata().owners().isEmpty()) {
                                return;
                            }
                            ArrayNode owners = item.withObject("/metadata").putArray("ownerReferences");
                            row.metadata()
                                    .owners()
                                    .forEach(owner -> owners.addObject()
                                            .put("apiVersion", owner.apiVersion())
                                            .put("kind", owner.kind())
                                            .put("name", owner.name())
                                            .put("uid", owner.uid()));
                        }))
                .apply(components);
    }

    /** One that changes lists themselves. */
    static UnaryOperator<RecoveryComponents> ofLists(Consumer<ObjectNode> change) {
        return answering(request -> true, body -> {
            if (body.path("items").isArray()) {
                change.accept(body);
            }
        });
    }

    /** One that changes what it says of a place such as a discovery document. */
    static UnaryOperator<RecoveryComponents> at(String path, Consumer<ObjectNode> change) {
        return answering(request -> String.join("/", request.path()).equals(path), change);
    }

    /** One that asks for something else, or does something more, before or after the shipped one has answered. */
    static UnaryOperator<RecoveryComponents> replacing(UnaryOperator<Responder> other) {
        return components -> components.withAnswering(other);
    }

    private static UnaryOperator<RecoveryComponents> answering(Predicate<Request> where, Consumer<ObjectNode> change) {
        return replacing(shipped -> request -> {
            Answer answer = shipped.answer(request);
            if (request.method().equals("GET") && answer.code() == OK && where.test(request)) {
                ObjectNode body = answer.body().deepCopy();
                change.accept(body);
                return new Answer(OK, body);
            }
            return answer;
        });
    }

    /** The revisions of a list. */
    static List<ObjectNode> items(JsonNode list) {
        List<ObjectNode> items = new ArrayList<>();
        for (JsonNode item : list.path("items")) {
            items.add((ObjectNode) item);
        }
        return items;
    }

    /** Puts other items into a list. */
    static void replaceItems(ObjectNode list, List<ObjectNode> items) {
        ArrayNode array = list.putArray("items");
        items.forEach(array::add);
    }

    private static boolean isRevision(JsonNode body) {
        return body.path("kind").asText().matches("PackageRevision(Resources)?");
    }
}
