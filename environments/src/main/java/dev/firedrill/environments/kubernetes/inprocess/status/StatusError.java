package dev.firedrill.environments.kubernetes.inprocess.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A refusal that a client is told of as a {@code Status} object, with the code and the reason of a real API server. */
public final class StatusError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String reason;
    private final transient Optional<ObjectNode> details;

    private StatusError(int code, String reason, String message, ObjectNode details) {
        this(code, reason, message, Optional.of(details));
    }

    private StatusError(int code, String reason, String message, Optional<ObjectNode> details) {
        // A refusal is an answer and not a fault: nobody reads its stack.
        super(message, null, false, false);
        this.code = code;
        this.reason = reason;
        this.details = details;
    }

    /** 400: the request makes no sense. */
    public static StatusError badRequest(String message) {
        return plain(400, "BadRequest", message);
    }

    /** 401: no token, or not ours. */
    public static StatusError unauthorized() {
        return plain(401, "Unauthorized", "Unauthorized");
    }

    /** 403: understood, and not allowed in the present state. */
    public static StatusError forbidden(ErrorSubject subject, String why, List<FieldError> causes) {
        return new StatusError(
                403,
                "Forbidden",
                subject.qualifiedResource() + " \"" + subject.name() + "\" is forbidden: " + why,
                withCauses(aboutResource(subject), causes));
    }

    /** 404: no such object. */
    public static StatusError notFound(ErrorSubject subject) {
        return new StatusError(
                404,
                "NotFound",
                subject.qualifiedResource() + " \"" + subject.name() + "\" not found",
                aboutResource(subject));
    }

    /** 404: no such path. */
    public static StatusError noSuchPath() {
        return generic(404, "NotFound", "the server could not find the requested resource");
    }

    /** 405: the path is there, the verb is not. */
    public static StatusError methodNotAllowed() {
        return generic(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
    }

    /** 406: the client takes no form that we speak. */
    public static StatusError notAcceptable() {
        return plain(
                406,
                "NotAcceptable",
                "only the following media types are accepted: application/json, application/yaml");
    }

    /** 409: an object of this name is there. */
    public static StatusError alreadyExists(ErrorSubject subject) {
        return new StatusError(
                409,
                "AlreadyExists",
                subject.qualifiedResource() + " \"" + subject.name() + "\" already exists",
                aboutResource(subject));
    }

    /** 409: what the client saw is no longer so. */
    public static StatusError conflict(ErrorSubject subject, String why) {
        return new StatusError(
                409,
                "Conflict",
                "Operation cannot be fulfilled on " + subject.qualifiedResource() + " \"" + subject.name() + "\": "
                        + why,
                aboutResource(subject));
    }

    /** 409: another field manager owns what is applied. */
    public static StatusError applyConflict(List<FieldError> conflicts) {
        StringBuilder message = new StringBuilder("Apply failed with ");
        if (conflicts.size() == 1) {
            message.append("1 conflict: ").append(conflicts.get(0).message()).append(": ");
            message.append(conflicts.get(0).field());
        } else {
            message.append(conflicts.size()).append(" conflicts:");
            Map<String, List<FieldError>> byManager = conflicts.stream()
                    .collect(Collectors.groupingBy(FieldError::message, TreeMap::new, Collectors.toList()));
            byManager.forEach((conflict, fields) -> {
                message.append(byManager.size() == 1 || message.charAt(message.length() - 1) == ':' ? " " : "\n");
                message.append(conflict.replaceFirst("conflict", "conflicts")).append(':');
                fields.forEach(each -> message.append("\n- ").append(each.field()));
            });
        }
        return new StatusError(
                409, "Conflict", message.toString(), withCauses(JsonNodeFactory.instance.objectNode(), conflicts));
    }

    /** 410: the version asked for is older than the history that is kept. */
    public static StatusError expired(String message) {
        return plain(410, "Expired", message);
    }

    /** 413: more than a server takes. */
    public static StatusError tooLarge(long limit) {
        return plain(413, "RequestEntityTooLarge", "Request entity too large: limit is " + limit);
    }

    /** 415: a body in a form that this path does not take. */
    public static StatusError unsupportedMediaType(List<String> accepted) {
        return plain(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: "
                        + String.join(", ", accepted));
    }

    /** 422: an object that its rules forbid. */
    public static StatusError invalid(ErrorSubject subject, List<FieldError> errors) {
        String all = errors.stream().map(FieldError::toString).distinct().collect(Collectors.joining(", "));
        ObjectNode details = about(subject).put("kind", subject.kind());
        return new StatusError(
                422,
                "Invalid",
                subject.qualifiedKind() + " \"" + subject.name() + "\" is invalid: "
                        + (errors.size() == 1 ? all : "[" + all + "]"),
                withCauses(details, errors));
    }

    /** 422: a patch that cannot be carried out on the object as it is. */
    public static StatusError unprocessable() {
        return generic(422, "Invalid", "the server rejected our request due to an error in our request");
    }

    /** 500: a defect of ours. */
    public static StatusError internal(String message) {
        return plain(500, "InternalError", "Internal error occurred: " + message);
    }

    /** 500: what a server says that did not foresee what it was asked. */
    public static StatusError unforeseen(String message) {
        return plain(500, "", message);
    }

    /** 504: the version asked for lies in the future, as after a rewind of the store. */
    public static StatusError tooLargeResourceVersion(long asked, long current) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.put("retryAfterSeconds", 1);
        details.putArray("causes")
                .addObject()
                .put("reason", "ResourceVersionTooLarge")
                .put("message", "Too large resource version");
        return new StatusError(
                504, "Timeout", "Timeout: Too large resource version: " + asked + ", current: " + current, details);
    }

    /** The HTTP status. */
    public int code() {
        return code;
    }

    /** This refusal as the API tells it. */
    public ObjectNode toStatus() {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        status.put("status", "Failure").put("message", getMessage());
        if (!reason.isEmpty()) {
            status.put("reason", reason);
        }
        details.ifPresent(about -> status.set("details", about));
        return status.put("code", code);
    }

    private static StatusError plain(int code, String reason, String message) {
        return new StatusError(code, reason, message, Optional.empty());
    }

    /** What a server says that has nothing to say about the case at hand: its details are there and empty. */
    private static StatusError generic(int code, String reason, String message) {
        return new StatusError(code, reason, message, JsonNodeFactory.instance.objectNode());
    }

    private static ObjectNode aboutResource(ErrorSubject subject) {
        return about(subject).put("kind", subject.resource());
    }

    private static ObjectNode about(ErrorSubject subject) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        if (!subject.name().isEmpty()) {
            details.put("name", subject.name());
        }
        if (!subject.group().isEmpty()) {
            details.put("group", subject.group());
        }
        return details;
    }

    private static ObjectNode withCauses(ObjectNode details, List<FieldError> causes) {
        for (FieldError cause : causes) {
            details.withArray("causes")
                    .addObject()
                    .put("reason", cause.reason())
                    .put("message", cause.message())
                    .put("field", cause.field());
        }
        return details;
    }
}
