package dev.firedrill.proof.mutants;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.api.Answer;
import dev.firedrill.recovery.api.Request;
import dev.firedrill.recovery.engine.Refused;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.reconcile.RecoveryComponents;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Public APIs that do what must be refused; what they write, they write past the triggers that would refuse it too. */
final class LenientApi {
    private static final int NAME = 6;
    private static final String APPROVAL = "approval";

    private LenientApi() {}

    /** One that lets package revisions become what they may not. */
    static UnaryOperator<RecoveryComponents> letting(Lifecycle from, Lifecycle to, String by) {
        return doing(
                from,
                request -> request.method().equals("PUT")
                        && isApproval(request) == by.equals(APPROVAL)
                        && lifecycle(request).equals(to.text()),
                "update package_revisions set lifecycle = '" + to.text()
                        + "' where k8s_name_space = :ns and k8s_name = :name");
    }

    /** One that does what {@code statement} says where a package revision of that lifecycle gets such a request. */
    static UnaryOperator<RecoveryComponents> doing(Lifecycle from, Predicate<Request> such, String statement) {
        return components -> components.withAnswering(shipped -> request -> {
            if (row(components, request).filter(row -> row.lifecycle() == from).isEmpty() || !such.test(request)) {
                return shipped.answer(request);
            }
            Answer before = shipped.answer(asking(request));
            execute(components, request, statement);
            return before;
        });
    }

    /** One that says that it did not do what it was asked, and did it. */
    static UnaryOperator<RecoveryComponents> doingWhatItRefuses(String statement) {
        return components -> components.withAnswering(shipped -> request -> {
            try {
                return shipped.answer(request);
            } catch (Refused refused) {
                if (row(components, request).isPresent()) {
                    execute(components, request, statement);
                }
                throw refused;
            }
        });
    }

    /** One that takes writes whatever version of an object they were made from. */
    static UnaryOperator<RecoveryComponents> takingOldReadings() {
        return rewriting(body -> {
            body.withObject("/metadata").remove("resourceVersion");
            body.remove("preconditions");
        });
    }

    /** One that takes for no finalizers what is no list of them. */
    static UnaryOperator<RecoveryComponents> takingTextForNoFinalizers() {
        return rewriting(body -> {
            if (body.path("metadata").path("finalizers").isTextual()) {
                body.withObject("/metadata").putArray("finalizers");
            }
        });
    }

    private static UnaryOperator<RecoveryComponents> rewriting(Consumer<ObjectNode> change) {
        return components -> components.withAnswering(shipped -> request -> shipped.answer(rewritten(request, change)));
    }

    private static Request rewritten(Request request, Consumer<ObjectNode> change) {
        // What is no object is for the shipped API to refuse.
        if (request.body().length == 0
                || !(request.json() instanceof ObjectNode body)
                || !body.path("metadata").isObject() && body.has("metadata")) {
            return request;
        }
        change.accept(body);
        return new Request(
                request.method(),
                request.path(),
                request.query(),
                request.mediaType(),
                body.toString().getBytes(StandardCharsets.UTF_8),
                request.user());
    }

    static boolean isResources(Request request) {
        return request.method().equals("PUT") && request.path().contains("packagerevisionresources");
    }

    private static boolean isApproval(Request request) {
        return request.path().get(request.path().size() - 1).equals(APPROVAL);
    }

    private static String lifecycle(Request request) {
        return request.json().path("spec").path("lifecycle").asText();
    }

    private static Optional<CachedRevision> row(RecoveryComponents components, Request request) {
        return request.path().size() > NAME && !request.method().equals("GET")
                ? components
                        .cache()
                        .find(components.settings().namespace(), request.path().get(NAME))
                : Optional.empty();
    }

    /** The same object, only looked at. */
    private static Request asking(Request request) {
        return new Request(
                "GET", request.path().subList(0, NAME + 1), request.query(), "", new byte[0], request.user());
    }

    private static void execute(RecoveryComponents components, Request request, String statement) {
        AfterPass.execute(
                components,
                "alter table package_revisions disable trigger user; "
                        + statement.replace(":name", "'" + request.path().get(NAME) + "'")
                        + "; alter table package_revisions enable trigger user");
    }
}
