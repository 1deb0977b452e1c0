package dev.firedrill.recovery.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.ClusterView;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.plan.Consent;
import dev.firedrill.recovery.plan.NotActedOn;
import dev.firedrill.recovery.plan.Notice;
import dev.firedrill.recovery.plan.ObservedState;
import dev.firedrill.recovery.plan.RulesPlanner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotActedOnTest {
    private static Variant variant(String more) {
        return VariantParser.parse(Json.parse("{\"metadata\":{\"namespace\":\"ns\",\"name\":\"v\"},\"spec\":{"
                + "\"upstream\":{\"repo\":\"u\",\"package\":\"p\",\"workspaceName\":\"v1\"},"
                + "\"downstream\":{\"repo\":\"d\",\"package\":\"p\"},\"labels\":{\"a\":\"b\"}" + more + "}}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ,"pipeline":{"mutators":[{"image":"x"}]}              | spec.pipeline
            ,"injectors":[{"name":"x"}]                           | spec.injectors
            ,"packageContext":{"data":{},"removeKeys":["x"]}      | spec.packageContext.removeKeys
            ,"mutators":"of a release to come"                    | spec.mutators
            ,"adoptionPolicy":"adoptSome"                         | spec.adoptionPolicy 'adoptSome'
            ,"labels":"odd"                                       | spec.labels
            """)
    void what_is_declared_besides_is_named(String more, String field) {
        assertThat(NotActedOn.fields(variant(more))).containsExactly(field);
        assertThat(NotActedOn.sentence(variant(more)))
                .hasValueSatisfying(text -> assertThat(text).contains(field, "PackageVariant 'v'"));
    }

    @Test
    void what_is_acted_on_or_empty_is_not() {
        assertThat(
                        NotActedOn.fields(
                                variant(
                                        ",\"packageContext\":{\"data\":{\"k\":\"v\"}},\"annotations\":{},"
                                                + "\"pipeline\":{},\"injectors\":[],\"adoptionPolicy\":\"adoptExisting\",\"deletionPolicy\":\"\"")))
                .isEmpty();
    }

    @Test
    void the_plan_names_sets_and_fields() {
        ClusterView view = new ClusterView(
                List.of(),
                List.of(variant(",\"pipeline\":{\"validators\":[1]}")),
                Map.of(),
                Map.of("s", NotActedOn.set("s")),
                "1");
        assertThat(new RulesPlanner(0.5)
                        .plan(new ObservedState("ns", view, Map.of(), List.of(), List.of(), Consent.none()))
                        .notices())
                .extracting(Notice::kind, Notice::subject)
                .containsExactly(tuple(Notice.Kind.NOT_ACTED_ON, "v"), tuple(Notice.Kind.NOT_ACTED_ON, "s"));
    }
}
