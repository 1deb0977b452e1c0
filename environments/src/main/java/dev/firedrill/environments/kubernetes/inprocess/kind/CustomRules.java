package dev.firedrill.environments.kubernetes.inprocess.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.schema.Schema;
import dev.firedrill.environments.kubernetes.inprocess.schema.SchemaValidator;
import dev.firedrill.environments.kubernetes.inprocess.schema.ValidationRules;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Custom objects keep to the schema that their definition gives, and to its rules. */
final class CustomRules implements KindRules {
    private final Schema schema;
    private final ValidationRules rules;

    CustomRules(Schema schema) {
        this.schema = schema;
        this.rules = ValidationRules.of(schema);
    }

    @Override
    public List<FieldError> check(ObjectNode fresh, Optional<ObjectNode> old) {
        List<FieldError> errors = new ArrayList<>(SchemaValidator.validate(fresh, schema, ""));
        if (errors.isEmpty()) {
            errors.addAll(rules.check(fresh, old));
        }
        return errors;
    }
}
