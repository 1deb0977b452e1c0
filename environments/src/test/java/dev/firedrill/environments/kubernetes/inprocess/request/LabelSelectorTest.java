package dev.firedrill.environments.kubernetes.inprocess.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.kubernetes.inprocess.Yaml;
import dev.firedrill.environments.kubernetes.inprocess.status.StatusError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSelectorTest {
    private static final String LABELS = "{metadata: {labels: {app: web, tier: front, n: '5', 'x.y/z': ''}}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app=web                      | true",
                "app==web                     | true",
                "app = web , tier=front       | true",
                "app!=web                     | false",
                "absent!=web                  | true",
                "app                          | true",
                "!app                         | false",
                "!absent                      | true",
                "app in (api, web)            | true",
                "app in (api)                 | false",
                "app notin (api,db),tier      | true",
                "absent notin (api)           | true",
                "app in (api,web),tier!=back  | true",
                "x.y/z=                       | true",
                "n>4                          | true",
                "n<4                          | false",
                "app,app!=web                 | false",
            })
    void every_requirement_must_hold(String selector, boolean holds) {
        assertThat(LabelSelector.parse(selector).test(Yaml.object(LABELS))).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a in b", "!!", "a=b=c", "a b", ",", "-bad=1", "a=bad!", "in (x)"})
    void what_is_no_selector_is_refused(String selector) {
        assertThatThrownBy(() -> LabelSelector.parse(selector)).isInstanceOf(StatusError.class);
    }
}
