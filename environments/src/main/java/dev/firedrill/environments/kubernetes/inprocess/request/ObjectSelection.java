package dev.firedrill.environments.kubernetes.inprocess.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;

/**
 * Which objects of a collection are meant.
 *
 * @param labels by their labels
 * @param fields by their fields
 */
public record ObjectSelection(LabelSelector labels, FieldSelector fields) implements Predicate<ObjectNode> {
    public static ObjectSelection of(ApiRequest call) {
        LabelSelector labels = LabelSelector.parse(call.query().text("labelSelector"));
        FieldSelector fields = FieldSelector.parse(call.query().text("fieldSelector"), call.kind());
        return new ObjectSelection(labels, fields);
    }

    @Override
    public boolean test(ObjectNode object) {
        return labels.test(object) && fields.test(object);
    }

    public boolean isEverything() {
        return labels.isEmpty() && fields.isEmpty();
    }
}
