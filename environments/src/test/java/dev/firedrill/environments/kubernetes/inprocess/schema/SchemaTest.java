package dev.firedrill.environments.kubernetes.inprocess.schema;

import static dev.firedrill.environments.kubernetes.inprocess.Yaml.object;
import static dev.firedrill.environments.kubernetes.inprocess.Yaml.schema;
import static dev.firedrill.environments.kubernetes.inprocess.Yaml.tree;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: integer}                            | 1.5        | of type integer",
                "{type: integer, maximum: 3}                | 4          | less than or equal to 3",
                "{type: integer, maximum: 3, exclusiveMaximum: true} | 3 | less than 3",
                "{type: integer, minimum: 3}                | 2          | greater than or equal to 3",
                "{type: integer, format: int32}             | 3000000000 | of type int32",
                "{type: number, multipleOf: 0.5}            | 0.7        | multiple of 0.5",
                "{type: string, enum: [a, b]}               | c          | supported values: \"a\", \"b\"",
                "{type: string, pattern: '^[a-z]+$'}        | A1         | should match '^[a-z]+$'",
                "{type: string, minLength: 3}               | ab         | at least 3 chars",
                "{type: string, maxLength: 3}               | abcd       | at most 3 chars",
                "{type: string, format: date-time}          | noon       | of type date-time",
                "{type: array, maxItems: 1, items: {type: string}} | [a, b] | at most 1 items",
                "{type: array, items: {type: string}, x-kubernetes-list-type: set} | [a, a] | Duplicate value",
                "{type: object, maxProperties: 1}           | {a: 1, b: 2} | at most 1 properties",
                "{type: object, required: [a]}              | {b: 1}     | a: Required value",
                "{x-kubernetes-int-or-string: true}         | true       | of type integer,string",
                "{anyOf: [{type: string}, {type: integer}]} | [1]        | at least one schema",
                "{oneOf: [{type: integer}, {minimum: 1}]}   | 2          | one and only one schema",
                "{not: {type: integer}}                     | 2          | must not validate",
                "{type: string}                             | null       | of type string",
            })
    void a_value_that_does_not_fit_is_told_why(String schema, String value, String why) {
        List<FieldError> errors = SchemaValidator.validate(tree(value), schema(schema), "spec");
        assertThat(errors).isNotEmpty();
        assertThat(errors.toString()).contains(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: integer}                   | 2.0",
                "{type: string, nullable: true}    | null",
                "{type: string, pattern: b}        | abc",
                "{x-kubernetes-int-or-string: true} | 80",
                "{x-kubernetes-int-or-string: true} | http",
                "{type: string, format: date-time} | '2026-01-01T00:00:00+01:00'",
                "{type: string, format: unheard-of} | anything",
            })
    void a_value_that_fits_is_left_alone(String schema, String value) {
        assertThat(SchemaValidator.validate(tree(value), schema(schema), "")).isEmpty();
    }

    @Test
    void what_is_not_known_is_pruned() {
        ObjectNode object =
                object("{kind: K, bogus: 1, spec: {a: 1, bogus: 2, free: {x: 1}, list: [{a: 1, bogus: 3}]}}");
        List<String> dropped = Pruner.prune(
                object,
                schema("{type: object, properties: {spec: {type: object, properties: {"
                        + "a: {type: integer}, free: {type: object, x-kubernetes-preserve-unknown-fields: true},"
                        + "list: {type: array, items: {type: object, properties: {a: {type: integer}}}}}}}}"));
        assertThat(object).isEqualTo(object("{kind: K, spec: {a: 1, free: {x: 1}, list: [{a: 1}]}}"));
        assertThat(dropped).containsExactlyInAnyOrder(".bogus", ".spec.bogus", ".spec.list[0].bogus");
    }

    @Test
    void defaults_go_where_nothing_or_a_forbidden_null_is() {
        ObjectNode object = object("{spec: {given: mine, gone: null, may: null}}");
        Defaulter.fill(
                object,
                schema("{properties: {spec: {properties: {given: {type: string, default: d},"
                        + "gone: {type: string}, may: {type: string, nullable: true, default: d},"
                        + "deep: {type: object, default: {}, properties: {inner: {type: integer, default: 7}}}}}}}"));
        assertThat(object).isEqualTo(object("{spec: {given: mine, may: null, deep: {inner: 7}}}"));
    }

    @Test
    void a_rule_compares_with_what_was_there_before() {
        Schema schema = schema("{type: object, properties: {type: {type: string, x-kubernetes-validations: "
                + "[{rule: self == oldSelf, message: the type cannot change}]}}}");
        ValidationRules rules = ValidationRules.of(schema);
        assertThat(rules.check(object("{type: git}"), Optional.empty())).isEmpty();
        assertThat(rules.check(object("{type: git}"), Optional.of(object("{}"))))
                .isEmpty();
        assertThat(rules.check(object("{type: git}"), Optional.of(object("{type: git}"))))
                .isEmpty();
        assertThat(rules.check(object("{type: oci}"), Optional.of(object("{type: git}"))))
                .singleElement()
                .hasToString("type: Invalid value: \"oci\": the type cannot change");
    }

    @Test
    void a_rule_may_say_more_than_equality() {
        Schema schema =
                schema("{type: object, x-kubernetes-validations: [{rule: \"!has(self.low) || self.low <= self.high\"}],"
                        + "properties: {low: {type: integer}, high: {type: integer}}}");
        ValidationRules rules = ValidationRules.of(schema);
        assertThat(rules.check(object("{high: 1}"), Optional.empty())).isEmpty();
        assertThat(rules.check(object("{low: 2, high: 1}"), Optional.empty())).hasSize(1);
        assertThat(rules.check(object("{low: 2}"), Optional.empty()).toString()).contains("could not be evaluated");
    }

    @Test
    void a_rule_in_a_keyed_list_compares_elements_of_the_same_key() {
        Schema schema = schema("{type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: [name], items: {"
                + "type: object, properties: {name: {type: string}, size: {type: integer, "
                + "x-kubernetes-validations: [{rule: self >= oldSelf}]}}}}");
        assertThat(ValidationRules.of(schema)
                        .check(
                                tree("[{name: b, size: 1}, {name: a, size: 1}]"),
                                Optional.of(tree("[{name: a, size: 2}]"))))
                .extracting(FieldError::field)
                .containsExactly("[1].size");
    }

    @Test
    void a_rule_that_cannot_be_read_is_told_beforehand() {
        Schema schema = schema("{type: object, x-kubernetes-validations: [{rule: 'sefl.a == 1'}]}");
        assertThat(ValidationRules.check(schema, "schema").toString())
                .contains("compilation failed")
                .contains("sefl");
    }

    @Test
    void a_schema_without_types_is_not_structural() {
        assertThat(StructuralRules.check(tree("{type: object, properties: {spec: {properties: {a: {}}}}}"), "s"))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("s.properties[spec].type", "s.properties[spec].properties[a].type");
    }
}
