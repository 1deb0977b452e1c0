package dev.firedrill.conformance.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.conformance.FormUnderTest;
import dev.firedrill.environments.role.Instrumented;
import dev.firedrill.environments.role.Killable;
import dev.firedrill.environments.role.PackageCache;
import dev.firedrill.model.DatabaseAddress;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What scenarios rely on in a package cache, whatever its form. */
@AgainstEveryForm(PackageCache.class)
class PackageCacheConformance {
    @Parameter
    FormUnderTest<PackageCache> form;

    private PackageCache cache;
    private CacheRows rows;

    @BeforeEach
    void aCache() {
        cache = form.open();
        rows = new CacheRows(cache);
    }

    @AfterEach
    void nothingStays() {
        cache.close();
        cache.close();
    }

    @Test
    void the_schema_is_there_and_empty_at_the_start_and_after_a_loss() {
        assertThat(rows.names()).isEmpty();
        rows.add("catalog");
        cache.lose();
        assertThat(rows.names()).isEmpty();
        rows.add("catalog");
        assertThat(rows.names()).containsExactly("catalog");
    }

    @Test
    void rewinding_brings_back_what_was_there_and_takes_away_what_came_later() {
        rows.add("kept");
        cache.keep(RecoveryPoint.P1);
        rows.add("later");
        rows.remove("kept");
        cache.rewindTo(RecoveryPoint.P1);
        assertThat(rows.names()).containsExactly("kept");
    }

    @Test
    void points_are_reached_again_and_in_any_order_also_after_a_loss() {
        rows.add("one");
        cache.keep(RecoveryPoint.P1);
        rows.add("two");
        cache.keep(RecoveryPoint.P2);
        cache.lose();
        cache.rewindTo(RecoveryPoint.P2);
        assertThat(rows.names()).containsExactly("one", "two");
        cache.rewindTo(RecoveryPoint.P1);
        cache.rewindTo(RecoveryPoint.P1);
        assertThat(rows.names()).containsExactly("one");
        cache.rewindTo(RecoveryPoint.P2);
        assertThat(rows.names()).containsExactly("one", "two");
    }

    @Test
    void points_can_be_kept_after_a_rewind() {
        cache.keep(RecoveryPoint.P1);
        cache.rewindTo(RecoveryPoint.P1);
        rows.add("after the rewind");
        cache.keep(RecoveryPoint.P2);
        cache.lose();
        cache.rewindTo(RecoveryPoint.P2);
        assertThat(rows.names()).containsExactly("after the rewind");
    }

    @Test
    void keeping_a_point_disturbs_nobody() throws SQLException {
        try (Connection open = CacheRows.connect(cache.address())) {
            cache.keep(RecoveryPoint.P1);
            assertThat(open.isValid(5)).isTrue();
        }
    }

    @Test
    void a_name_is_given_to_one_point_only_and_an_unknown_one_is_refused() {
        cache.keep(RecoveryPoint.P1);
        assertThatThrownBy(() -> cache.keep(RecoveryPoint.P1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cache.rewindTo(RecoveryPoint.P2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_incarnation_changes_exactly_with_loss_and_rewind() {
        String first = cache.incarnation();
        rows.add("row");
        cache.keep(RecoveryPoint.P1);
        assertThat(cache.incarnation()).isEqualTo(first);
        cache.rewindTo(RecoveryPoint.P1);
        String second = cache.incarnation();
        cache.rewindTo(RecoveryPoint.P1);
        String third = cache.incarnation();
        cache.lose();
        assertThat(cache.incarnation()).isNotIn(first, second, third);
        assertThat(first).isNotEqualTo(second);
        assertThat(second).isNotEqualTo(third);
    }

    @Test
    void the_address_outlives_loss_and_rewind_and_open_connections_do_not() throws SQLException {
        DatabaseAddress address = cache.address();
        cache.keep(RecoveryPoint.P1);
        try (Connection open = CacheRows.connect(address)) {
            cache.rewindTo(RecoveryPoint.P1);
            assertThat(open.isValid(5)).isFalse();
        }
        cache.lose();
        assertThat(cache.address()).isEqualTo(address);
        assertThat(cache.addressThrough(cache.endpoint())).isEqualTo(address);
        assertThat(rows.names()).isEmpty();
    }

    @Test
    void a_wrong_password_is_refused() {
        DatabaseAddress right = cache.address();
        DatabaseAddress wrong = new DatabaseAddress(right.jdbcUrl(), right.username(), "wrong");
        assertThatThrownBy(() -> CacheRows.connect(wrong)).hasMessageContaining("password");
        assertThat(right.toString()).doesNotContain(right.password());
    }

    @Test
    void what_was_committed_survives_a_kill() {
        Assumptions.assumeTrue(cache instanceof Killable);
        rows.add("committed");
        String incarnation = cache.incarnation();
        ((Killable) cache).kill();
        ((Killable) cache).kill();
        assertThatThrownBy(rows::names).isInstanceOf(EnvironmentFailure.class);
        ((Killable) cache).start();
        assertThat(rows.names()).containsExactly("committed");
        assertThat(cache.incarnation()).isEqualTo(incarnation);
    }

    @Test
    void the_rules_of_porch_hold() {
        rows.add("catalog");
        assertThatThrownBy(() -> rows.execute("UPDATE repositories SET directory = 'elsewhere'"))
                .isInstanceOf(EnvironmentFailure.class);
        rows.execute("INSERT INTO packages VALUES ('drill', 'catalog.p', 'catalog', '', '{}', '{}', now(), '')");
        rows.remove("catalog");
        assertThat(rows.column("SELECT k8s_name FROM packages")).isEmpty();
    }

    @Test
    void a_cache_that_counts_counts_the_statements_of_its_clients_and_begins_anew_after_a_loss() {
        Assumptions.assumeTrue(cache instanceof Instrumented);
        rows.add("one");
        rows.add("two");
        assertThat(insertions()).isEqualTo(2);
        rows.add("three");
        assertThat(insertions()).isEqualTo(3);
        cache.lose();
        assertThat(insertions()).isZero();
    }

    private long insertions() {
        return ((Instrumented) cache)
                .asked().entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("INSERT INTO repositories"))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }
}
