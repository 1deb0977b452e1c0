package dev.firedrill.environments.kubernetes.inprocess.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import java.util.List;
import java.util.Optional;

/** What a kind asks of its objects beyond what holds for all. */
public interface KindRules {
    /** Nothing. */
    KindRules NONE = new KindRules() {};

    /** Completes what a client has sent, on its behalf. */
    default void complete(ObjectNode sent) {}

    /** Puts an object that is about to be written into the form in which it is stored, on the server's own behalf. */
    default void prepare(ObjectNode fresh, Optional<ObjectNode> old) {}

    /** What is wrong with an object that is about to be written. */
    default List<FieldError> check(ObjectNode fresh, Optional<ObjectNode> old) {
        return List.of();
    }

    /** What is wrong with the name of an object of this kind, if anything. */
    default List<FieldError> checkName(String name) {
        return Names.checkSubdomain("metadata.name", name);
    }
}
