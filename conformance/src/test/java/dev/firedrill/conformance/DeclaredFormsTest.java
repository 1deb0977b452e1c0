package dev.firedrill.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Which forms a suite gets, and that a suite without any is seen. */
class DeclaredFormsTest {
    private final List<String> closed = new ArrayList<>();

    @Test
    void a_form_has_every_role_and_ability_that_a_suite_asks_for() {
        DeclaredForms forms = declared("", form("plain", Plain.class), form("able", Able.class));
        assertThat(forms.thatAre(Role.class)).hasToString("[plain, able]");
        assertThat(forms.thatAre(Role.class, Ability.class)).hasToString("[able]");
    }

    @Test
    void a_family_on_request_runs_only_where_it_is_named() {
        Form<Plain> costly = form("costly", Plain.class).inFamily("on-request");
        assertThat(declared("", form("usual", Plain.class), costly).thatAre(Role.class))
                .hasToString("[usual]");
        assertThat(declared("on-request", form("usual", Plain.class), costly).thatAre(Role.class))
                .hasToString("[costly]");
        assertThat(declared(" usual, on-request", form("usual", Plain.class), costly)
                        .thatAre(Role.class))
                .hasToString("[usual, costly]");
    }

    @Test
    void a_form_that_cannot_run_here_is_left_out_and_without_another_the_suite_is_skipped() {
        Form<Plain> absent = form("absent", Plain.class).unlessMissing(() -> Optional.of("no binary"));
        assertThat(declared("", form("usual", Plain.class), absent).thatAre(Role.class))
                .hasToString("[usual]");
        assertThatThrownBy(() -> declared("", absent).thatAre(Role.class))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("absent");
    }

    @Test
    void a_suite_for_which_no_form_is_declared_fails() {
        DeclaredForms forms = declared("", form("plain", Plain.class));
        assertThatThrownBy(() -> forms.thatAre(Role.class, Ability.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("META-INF/services");
    }

    @Test
    void what_suites_share_is_opened_once_and_closed_before_its_provider() {
        DeclaredForms forms = declared("", form("plain", Plain.class));
        AutoCloseable one = shared(forms);
        assertThat(shared(forms)).isSameAs(one);
        forms.close();
        assertThat(closed).containsExactly("plain", "provider");
    }

    private static AutoCloseable shared(DeclaredForms forms) {
        return forms.thatAre(Role.class).get(0).shared(AutoCloseable.class, running -> running);
    }

    private interface Role extends AutoCloseable {
        @Override
        void close();
    }

    private interface Ability {}

    private record Plain(List<String> closed) implements Role {
        @Override
        public void close() {
            closed.add("plain");
        }
    }

    private record Able(List<String> closed) implements Role, Ability {
        @Override
        public void close() {
            closed.add("able");
        }
    }

    private <R extends AutoCloseable> Form<R> form(String name, Class<R> type) {
        return Form.of(name, type, () -> type.cast(type == Plain.class ? new Plain(closed) : new Able(closed)));
    }

    private DeclaredForms declared(String only, Form<?>... forms) {
        FormProvider provider = new FormProvider() {
            @Override
            public List<String> onRequest() {
                return List.of("on-request");
            }

            @Override
            public List<Form<?>> forms() {
                return Arrays.asList(forms);
            }

            @Override
            public void close() {
                closed.add("provider");
            }
        };
        return DeclaredForms.of(List.of(provider), only);
    }
}
