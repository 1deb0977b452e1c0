package dev.firedrill.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.ResultFile;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ResultSchemaTest {
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(ResultSchemaTest.class.getResourceAsStream("result.schema.json"));

    @Test
    void a_whole_drill_is_valid() {
        assertThat(complaints(ResultFile.tree(Samples.drill()))).isEmpty();
    }

    @Test
    void a_drill_with_nothing_in_it_is_valid() {
        DrillResult empty =
                DrillResult.builder("d", Samples.START, Samples.environment()).build();

        assertThat(complaints(ResultFile.tree(empty))).isEmpty();
    }

    @Test
    void an_unknown_verdict_is_refused() {
        assertThat(complaints(with("verdict", "passed"))).anyMatch(complaint -> complaint.contains("$.verdict"));
    }

    @Test
    void a_time_that_is_not_utc_is_refused() {
        assertThat(complaints(with("startedAt", "2026-11-21T04:00:00+01:00")))
                .anyMatch(complaint -> complaint.contains("$.startedAt"));
    }

    @Test
    void a_duration_that_is_not_iso_is_refused() {
        ObjectNode tree = tree();
        ((ObjectNode) tree.at("/scenarios/0/rto")).put("total", "5 s");

        assertThat(complaints(tree)).anyMatch(complaint -> complaint.contains("rto.total"));
    }

    @Test
    void a_mistyped_key_is_refused() {
        assertThat(complaints(with("enviroment", "x"))).anyMatch(complaint -> complaint.contains("enviroment"));
    }

    @Test
    void a_missing_key_of_the_contract_is_refused() {
        ObjectNode tree = tree();
        ((ObjectNode) tree.at("/scenarios/0/loss")).remove("lostForbidden");

        assertThat(complaints(tree)).anyMatch(complaint -> complaint.contains("lostForbidden"));
    }

    @Test
    void a_negative_count_is_refused() {
        ObjectNode tree = tree();
        ((ObjectNode) tree.at("/scenarios/0/counts")).put("Draft", -1);

        assertThat(complaints(tree)).anyMatch(complaint -> complaint.contains("Draft"));
    }

    @Test
    void another_schema_number_is_refused() {
        ObjectNode tree = tree();
        tree.put("schema", 4);

        assertThat(complaints(tree)).isNotEmpty();
    }

    private static ObjectNode with(String key, String value) {
        return tree().put(key, value);
    }

    private static ObjectNode tree() {
        return (ObjectNode) ResultFile.tree(Samples.drill());
    }

    private static Set<String> complaints(JsonNode tree) {
        return SCHEMA.validate(tree).stream().map(Object::toString).collect(Collectors.toSet());
    }
}
