package dev.firedrill.environments.kubernetes.inprocess.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import java.util.List;
import java.util.Optional;

/** Namespaces have names that fit into host names, a phase, and a finalizer that waits for their content to go. */
public final class NamespaceRules implements KindRules {
    /** The finalizer in {@code spec} that stands for the namespace's content. */
    public static final String CONTENT = "kubernetes";

    /** A namespace that one can put things into. */
    public static final String ACTIVE = "Active";

    /** A namespace on its way out. */
    public static final String TERMINATING = "Terminating";

    @Override
    public void complete(ObjectNode sent) {
        if (!sent.path("status").has("phase")) {
            sent.withObject("/status").put("phase", ACTIVE);
        }
    }

    @Override
    public void prepare(ObjectNode fresh, Optional<ObjectNode> old) {
        if (old.isPresent()) {
            // Only the finalize subresource lets go of the content.
            fresh.set("spec", old.get().path("spec").deepCopy());
        } else {
            fresh.putObject("spec").putArray("finalizers").add(CONTENT);
            fresh.putObject("status").put("phase", ACTIVE);
        }
    }

    @Override
    public List<FieldError> checkName(String name) {
        return Names.checkLabel("metadata.name", name);
    }

    /** Whether nothing may be put into the namespace any more. */
    public static boolean isTerminating(ObjectNode namespace) {
        return TERMINATING.equals(namespace.path("status").path("phase").asText());
    }
}
