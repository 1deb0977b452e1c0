package dev.firedrill.recovery.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.CachedRows;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.port.CacheRefused;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One row that nobody can read, or that the database does not take, is the failure of that row alone. */
class UnreadableRowsTest extends CacheFixture {
    private static final String ODD = "r1.foo.odd";

    @BeforeEach
    void beLenient() {
        // A newer Porch has other checks and triggers.
        database.execute("ALTER TABLE package_revisions DROP CONSTRAINT package_revisions_lifecycle_check");
        database.execute("ALTER TABLE package_revisions DISABLE TRIGGER USER");
        inserted(row(name("foo", "good"), Lifecycle.DRAFT, 0));
        inserted(row(name("foo", "odd"), Lifecycle.DRAFT, 0));
    }

    private void set(String column, String value) {
        database.execute("UPDATE package_revisions SET " + column + " = " + value + " WHERE k8s_name = '" + ODD + "'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            lifecycle | 'Frozen'            | lifecycle 'Frozen'
            meta      | '{"labels":{'       | column meta is not JSON
            meta      | '["a"]'             | column meta is JSON of another kind
            spec      | 'nonsense'          | column spec is not JSON
            tasks     | '[{]'               | column tasks is not JSON
            tasks     | '{"type":"init"}'   | column tasks is JSON of another kind
            ext_pr_id | '7'                 | column ext_pr_id is JSON of another kind
            updated   | 'infinity'          | column updated is outside
            updated   | '12000-01-01'       | column updated is outside
            """)
    void is_named_and_hides_no_other(String column, String value, String why) {
        set(column, value);

        CachedRows rows = cache.rows("ns");

        assertThat(rows.revisions()).extracting(row -> row.name().workspace()).containsExactly("good");
        assertThat(cache.revisions("ns", "r1")).isEqualTo(rows.revisions());
        assertThat(rows.unreadable()).singleElement().satisfies(row -> {
            assertThat(row.repository()).isEqualTo("r1");
            assertThat(row.packageRow()).isEqualTo("r1.foo");
            assertThat(row.sentence()).contains(ODD, why);
        });
        assertThatThrownBy(() -> cache.find("ns", ODD))
                .isInstanceOf(CacheRefused.class)
                .hasMessageContaining(why);
    }

    @Test
    void what_it_says_stays_out_of_the_message() {
        set("meta", "'hunter2'");
        assertThat(cache.rows("ns").unreadable().get(0).sentence()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"''", "'null'", "' '"})
    void nothing_is_no_trouble(String nothing) {
        for (String column : new String[] {"meta", "spec", "tasks", "ext_pr_id"}) {
            set(column, nothing);
        }
        assertThat(cache.rows("ns").unreadable()).isEmpty();
        assertThat(cache.revisions("ns")).hasSize(2);
    }

    @Test
    void is_not_lost_with_its_repository() {
        set("lifecycle", "'Frozen'");
        assertThatThrownBy(() -> cache.rescueRepository("ns", "r1", "s1", "deleted"))
                .isInstanceOf(CacheRefused.class)
                .hasMessageContaining(ODD);
        assertThatThrownBy(() -> cache.move(repository("r1", "below", "main", "two")))
                .isInstanceOf(CacheRefused.class)
                .hasMessageContaining(ODD);
        assertThat(database.value("SELECT count(*) FROM package_revisions")).isEqualTo("2");
        assertThat(cache.rescueSets("ns").list()).isEmpty();
    }

    @Test
    void what_the_database_refuses_for_its_data_is_refused_and_no_outage() {
        byte[] random = new byte[6000];
        new Random(1).nextBytes(random);
        String longName = java.util.HexFormat.of().formatHex(random);
        CachedRevision wide =
                row(name("foo", "wide"), Lifecycle.DRAFT, 0).withContent(PackageContent.of(Map.of(longName, "x")));
        assertThatThrownBy(() -> cache.insert(wide))
                .isInstanceOf(CacheRefused.class)
                .hasMessageContaining("54000");
        CachedRevision nul = row(name("foo", "nul"), Lifecycle.DRAFT, 0).writtenBy("an\0n", AT);
        assertThatThrownBy(() -> cache.insert(nul)).isInstanceOf(CacheRefused.class);
        database.execute("""
                CREATE FUNCTION house_rule() RETURNS TRIGGER LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'not here' USING ERRCODE = 'HR001'; END $$;
                CREATE TRIGGER house_rule BEFORE INSERT ON resources FOR EACH ROW EXECUTE FUNCTION house_rule()""");
        assertThatThrownBy(() -> cache.insert(row(name("foo", "new"), Lifecycle.DRAFT, 0)))
                .isInstanceOf(CacheRefused.class)
                .hasMessageContaining("not here");
        assertThat(cache.revisions("ns")).hasSize(2);
    }
}
