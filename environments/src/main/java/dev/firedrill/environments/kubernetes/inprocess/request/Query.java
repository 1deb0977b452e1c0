package dev.firedrill.environments.kubernetes.inprocess.request;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.firedrill.environments.kubernetes.inprocess.status.ErrorSubject;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a request.
 *
 * @param parameters name to value
 */
public record Query(Map<String, String> parameters) {
    private static final List<String> TRUE = List.of("true", "1", "t", "T", "TRUE", "True", "");

    public String text(String name) {
        return parameters.getOrDefault(name, "");
    }

    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    public boolean flag(String name) {
        return parameters.containsKey(name) && TRUE.contains(text(name));
    }

    /** A number that is not negative; 0 when it is not given. */
    public long number(String name) {
        String value = text(name);
        if (value.isEmpty()) {
            return 0;
        }
        if (!value.matches("\\d{1,18}")) {
            throw StatusError.badRequest("invalid value for " + name + ": \"" + value + "\" is not a number");
        }
        return Long.parseLong(value);
    }

    /** The version given as {@code resourceVersion}; 0 when it is not given. */
    public long resourceVersion() {
        String value = text("resourceVersion");
        if (!value.isEmpty() && !value.matches("\\d{1,18}")) {
            throw StatusError.badRequest("resourceVersion: Invalid value: \"" + value + "\": not a version");
        }
        return number("resourceVersion");
    }

    /** Whether the request is to change nothing. */
    public boolean isDryRun(String optionsKind) {
        String value = text("dryRun");
        if (!value.isEmpty() && !"All".equals(value)) {
            throw StatusError.invalid(
                    new ErrorSubject("meta.k8s.io", "", optionsKind, ""),
                    List.of(FieldError.notSupported(
                            "dryRun", JsonNodeFactory.instance.textNode(value), List.of("All"))));
        }
        return !value.isEmpty();
    }
}
