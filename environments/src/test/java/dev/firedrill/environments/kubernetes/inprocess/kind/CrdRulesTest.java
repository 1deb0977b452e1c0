package dev.firedrill.environments.kubernetes.inprocess.kind;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrdRulesTest {
    private final CrdRules rules = new CrdRules();

    @Test
    void a_version_that_the_spec_does_not_offer_cannot_be_stored() {
        assertThat(rules.check(storing("v2"), Optional.of(storing("v1"))))
                .anySatisfy(error -> assertThat(error.toString()).contains("storedVersions"));
    }

    @Test
    void what_was_wrong_before_does_not_stay_in_the_way_of_putting_it_right() {
        assertThat(rules.check(storing("v1"), Optional.of(storing("v2"))))
                .noneSatisfy(error -> assertThat(error.toString()).contains("storedVersions"));
    }

    private static ObjectNode storing(String version) {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        definition.putObject("metadata").put("name", "widgets.example.org");
        ObjectNode spec = definition.putObject("spec").put("group", "example.org");
        spec.putArray("versions").addObject().put("name", "v1").put("storage", true);
        definition.putObject("status").putArray("storedVersions").add(version);
        return definition;
    }
}
