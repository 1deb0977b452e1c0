package dev.firedrill.conformance.kubernetes;

import static dev.firedrill.conformance.kubernetes.Widgets.configMap;
import static dev.firedrill.conformance.kubernetes.Widgets.widget;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.environments.role.ControlPlane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What objects, labels and annotations may be called. */
@AgainstEveryForm(ControlPlane.class)
class NamesConformance extends ControlPlaneConformance {
    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "a-b.c-d", "porch.v1.2-3", "a.b", "1.2.3.4"})
    void aNameOfDnsIsTaken(String name) {
        assertThat(api.create(widgets, named(name)).is(201).at("/metadata/name"))
                .isEqualTo(name);
        api.get(widgets + "/" + name).is(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "a_b",
                "-a",
                "a-",
                ".a",
                "a.",
                "a..b",
                "a b",
                "a/b",
                "..",
                "../../etc",
                "é",
                "名",
                "a'b",
                "a\"b",
                "a;b",
                "'; DROP TABLE x; --",
                "a%2fb",
                "a\nb",
                "a.-b",
                "a@b",
                "$a"
            })
    void anyOtherNameIsRefused(String name) {
        assertThat(api.create(widgets, named(name)).refused(422, "Invalid").blamed())
                .contains("metadata.name");
        assertThat(api.get(widgets).names()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bad_Name", "../x", "é"})
    void coreKindsKeepTheSameRule(String name) {
        ObjectNode body = configMap("{metadata: {}}");
        body.withObject("/metadata").put("name", name);
        api.create(configMaps, body).refused(422, "Invalid");
    }

    @Test
    void aNameHasAtMost253Characters() {
        api.create(widgets, named("x".repeat(253))).is(201);
        api.create(widgets, named("x".repeat(254))).refused(422, "Invalid");
    }

    @Test
    void sixtyThreeCharactersAreNothingSpecial() {
        api.create(widgets, named("x".repeat(63))).is(201);
        api.create(widgets, named("y".repeat(64))).is(201);
    }

    @Test
    void aNameIsNeeded() {
        api.create(widgets, widget("{metadata: {}}"))
                .refused(422, "Invalid")
                .saying("name or generateName is required");
        api.create(widgets, widget("{spec: {}}")).refused(422, "Invalid");
    }

    @Test
    void aGeneratedNameBeginsAsAsked() {
        RawAnswer first =
                api.create(widgets, widget("{metadata: {generateName: web-}}")).is(201);
        RawAnswer second =
                api.create(widgets, widget("{metadata: {generateName: web-}}")).is(201);
        assertThat(first.at("/metadata/name")).matches("web-[a-z0-9]{5}");
        assertThat(first.at("/metadata/generateName")).isEqualTo("web-");
        assertThat(second.at("/metadata/name")).isNotEqualTo(first.at("/metadata/name"));
    }

    @Test
    void aGivenNameComesBeforeAGeneratedOne() {
        RawAnswer made = api.create(widgets, widget("{metadata: {name: a, generateName: web-}}"));
        assertThat(made.is(201).at("/metadata/name")).isEqualTo("a");
    }

    @Test
    void aLongPrefixIsCutForAGeneratedName() {
        ObjectNode body = widget("{metadata: {}}");
        body.withObject("/metadata").put("generateName", "x".repeat(100) + "-");
        assertThat(api.create(widgets, body).is(201).at("/metadata/name")).hasSize(63);
    }

    @Test
    void aGeneratedNameMustBeANameToo() {
        api.create(widgets, widget("{metadata: {generateName: Bad_}}")).refused(422, "Invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'-bad': x}",
                "{'a/b/c': x}",
                "{'bad key': x}",
                "{'Not.A_Domain!/x': x}",
                "{k: 'bad value'}",
                "{k: a/b}",
                "{k: '-a'}",
                "{k: 'é'}",
                "{k: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx}",
                "{xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: v}",
                "{'': v}"
            })
    void aLabelOutsideTheRulesIsRefused(String labels) {
        assertThat(api.create(widgets, widget("{metadata: {name: a, labels: " + labels + "}}"))
                        .refused(422, "Invalid")
                        .blamed())
                .contains("metadata.labels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{k: ''}", "{kpt.dev/a_B.c: A_b.1-2}", "{UPPER: Case}", "{k: '1'}"})
    void aLabelWithinTheRulesIsTaken(String labels) {
        api.create(widgets, widget("{metadata: {name: a, labels: " + labels + "}}"))
                .is(201);
    }

    @Test
    void anAnnotationHoldsAnyText() {
        ObjectNode body = named("a");
        body.withObject("/metadata").putObject("annotations").put("k", "any text: é \"'; ../\n😀");
        api.create(widgets, body).is(201);
        assertThat(api.get(widgets + "/a").at("/metadata/annotations/k")).isEqualTo("any text: é \"'; ../\n😀");
    }

    @Test
    void annotationsAreLimitedTo256KiB() {
        ObjectNode body = named("a");
        body.withObject("/metadata").putObject("annotations").put("k", "x".repeat(256 * 1024));
        assertThat(api.create(widgets, body).refused(422, "Invalid").blamed()).contains("metadata.annotations");
    }

    @Test
    void aLabelMustBeAString() {
        api.create(widgets, widget("{metadata: {name: a, labels: {k: 1}}}")).isOneOf(400, 422);
    }

    @Test
    void aPathThatClimbsFindsNothing() {
        Integer[] refusals = deviates(ControlPlaneDeviation.REDIRECTS_CLIMBING_PATHS)
                ? new Integer[] {301}
                : new Integer[] {400, 404};
        api.get(widgets + "/%2e%2e%2fa").isOneOf(refusals);
        api.get(widgets + "/a%2fb").isOneOf(400, 404);
        assertThat(api.delete(widgets + "/A_b").status()).isEqualTo(404);
    }

    private static ObjectNode named(String name) {
        ObjectNode body = widget("{metadata: {}}");
        body.withObject("/metadata").put("name", name);
        return body;
    }
}
