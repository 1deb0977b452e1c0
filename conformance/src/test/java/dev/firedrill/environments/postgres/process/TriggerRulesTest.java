package dev.firedrill.environments.postgres.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.conformance.postgres.CacheRows;
import dev.firedrill.environments.process.ProcessSupervisor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Porch's own triggers do, one test a rule; ours were compared with them over 15,000 random statements. */
class TriggerRulesTest {
    private static final ProcessSupervisor SUPERVISOR = ProcessSupervisor.open();
    private static EmbeddedPackageCache cache;
    private static CacheRows rows;

    @BeforeAll
    static void aCache() {
        cache = EmbeddedPackageCache.open(SUPERVISOR);
        rows = new CacheRows(cache);
    }

    @AfterAll
    static void nothingStays() {
        cache.close();
        SUPERVISOR.close();
    }

    @BeforeEach
    void aRepositoryWithOnePackage() {
        rows.execute("DELETE FROM repositories");
        rows.add("r");
        addPackage("r.p");
    }

    @ParameterizedTest
    @CsvSource({
        "-2, Published, below -1",
        "-1, Draft, placeholder cannot be Draft",
        "-1, Proposed, placeholder cannot be Proposed",
        "0, Published, revision 0 cannot be Published",
        "0, DeletionProposed, revision 0 cannot be DeletionProposed",
        "1, Draft, Draft cannot have revision 1",
        "0, Retired, lifecycle_check"
    })
    void a_row_that_contradicts_itself_is_refused(int revision, String lifecycle, String reason) {
        assertThatThrownBy(() -> insert("w", revision, lifecycle)).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, Published",
        "-1, DeletionProposed",
        "0, Draft",
        "0, Proposed",
        "3, Published",
        "3, DeletionProposed"
    })
    void a_row_that_makes_sense_is_taken(int revision, String lifecycle) {
        insert("w", revision, lifecycle);
        assertThat(state("w")).startsWith(revision + " " + lifecycle);
    }

    @ParameterizedTest
    @CsvSource({
        "0, Draft, 0, Proposed",
        "0, Proposed, 0, Draft",
        "0, Proposed, 1, Published",
        "1, Published, 1, DeletionProposed",
        "1, DeletionProposed, 1, Published",
        "-1, Published, -1, DeletionProposed"
    })
    void a_row_moves_along_its_lifecycle(int from, String before, int to, String after) {
        insert("w", from, before);
        update("w", to, after);
        assertThat(state("w")).startsWith(to + " " + after);
    }

    @ParameterizedTest
    @CsvSource({
        "1, Published, 0, Draft",
        "1, Published, 0, Proposed",
        "1, Published, 1, Proposed",
        "1, DeletionProposed, 1, Proposed",
        "1, Published, 2, Published",
        "0, Draft, 1, Published",
        "0, Draft, 0, Published",
        "0, Proposed, -1, Published",
        "-1, Published, -1, Draft"
    })
    void a_row_does_not_leave_its_lifecycle(int from, String before, int to, String after) {
        insert("w", from, before);
        assertThatThrownBy(() -> update("w", to, after)).hasMessageContaining("package revision drill/w");
        assertThat(state("w")).startsWith(from + " " + before);
    }

    @Test
    void a_row_stays_in_its_package() {
        addPackage("r.q");
        insert("w", 0, "Draft");
        assertThatThrownBy(() -> rows.execute("UPDATE package_revisions SET package_k8s_name = 'r.q'"))
                .hasMessageContaining("package_k8s_name cannot change");
    }

    @Test
    void a_revision_number_is_given_once_in_a_package() {
        insert("v", 1, "Published");
        insert("w", 0, "Proposed");
        assertThatThrownBy(() -> insert("x", 1, "Published")).hasMessageContaining("used already");
        assertThatThrownBy(() -> update("w", 1, "Published")).hasMessageContaining("used already");
    }

    @Test
    void the_highest_published_revision_is_the_latest() {
        insert("v", 1, "Published");
        insert("w", 0, "Proposed");
        update("w", 2, "Published");
        assertThat(state("v")).isEqualTo("1 Published f");
        assertThat(state("w")).isEqualTo("2 Published t");
    }

    @Test
    void an_older_number_that_comes_later_is_not_the_latest() {
        insert("w", 2, "Published");
        insert("v", 1, "Published");
        assertThat(state("v")).isEqualTo("1 Published f");
        assertThat(state("w")).isEqualTo("2 Published t");
    }

    @Test
    void neither_a_placeholder_nor_what_is_proposed_for_deletion_becomes_the_latest() {
        insert("main", -1, "Published");
        insert("w", 4, "DeletionProposed");
        assertThat(state("main")).isEqualTo("-1 Published f");
        assertThat(state("w")).isEqualTo("4 DeletionProposed f");
    }

    @Test
    void deleting_the_latest_makes_the_next_one_the_latest() {
        insert("v", 1, "Published");
        insert("w", 2, "Published");
        rows.execute("DELETE FROM package_revisions WHERE k8s_name = 'w'");
        assertThat(state("v")).isEqualTo("1 Published t");
    }

    @Test
    void two_rows_can_be_the_latest_as_in_porch() {
        insert("one", 1, "Published");
        insert("two", 2, "Published");
        insert("four", 4, "DeletionProposed");
        rows.execute("DELETE FROM package_revisions WHERE k8s_name = 'one'");
        assertThat(rows.column("SELECT k8s_name FROM package_revisions WHERE latest ORDER BY revision"))
                .containsExactly("two", "four");
    }

    @Test
    void deleting_a_repository_empties_the_tables_below_it() {
        insert("w", 1, "Published");
        rows.execute("INSERT INTO resources VALUES ('drill', 'w', 1, 'Kptfile', 'text')");
        rows.remove("r");
        assertThat(rows.column("SELECT k8s_name FROM packages UNION SELECT k8s_name FROM package_revisions"
                        + " UNION SELECT k8s_name FROM resources"))
                .isEmpty();
    }

    @Test
    void the_place_of_a_repository_and_of_a_package_is_fixed() {
        assertThatThrownBy(() -> rows.execute("UPDATE repositories SET directory = 'elsewhere'"))
                .hasMessageContaining("cannot change");
        assertThatThrownBy(() -> rows.execute("UPDATE repositories SET default_ws_name = 'elsewhere'"))
                .hasMessageContaining("cannot change");
        assertThatThrownBy(() -> rows.execute("UPDATE packages SET package_path = 'elsewhere'"))
                .hasMessageContaining("cannot change");
        rows.execute("UPDATE repositories SET spec = '{\"changed\": true}', updated = now()");
    }

    @Test
    void a_row_without_its_parent_is_refused() {
        assertThatThrownBy(() -> addPackage("absent.p", "absent")).hasMessageContaining("package_of_repository");
        assertThatThrownBy(() -> rows.execute("INSERT INTO resources VALUES ('drill', 'nobody', 1, 'Kptfile', 'text')"))
                .hasMessageContaining("resource_of_revision");
    }

    @Test
    void names_are_data_and_never_executed() {
        String hostile = "r'; DROP TABLE resources; -- \"\\../ü\u0001";
        rows.add(hostile);
        assertThat(rows.names()).contains(hostile);
        assertThatThrownBy(() -> rows.add("")).hasMessageContaining("k8s_name_check");
        assertThat(rows.column("SELECT count(*) FROM resources")).containsExactly("0");
    }

    @Test
    void the_columns_stand_in_porchs_order() {
        assertThat(rows.column("SELECT string_agg(column_name, ' ' ORDER BY ordinal_position)"
                        + " FROM information_schema.columns WHERE table_name = 'package_revisions'"))
                .containsExactly(
                        "k8s_name_space k8s_name package_k8s_name revision meta spec updated updatedby lifecycle"
                                + " ext_pr_id latest tasks kptfile_status");
    }

    private void addPackage(String name) {
        addPackage(name, "r");
    }

    private void addPackage(String name, String repository) {
        rows.execute("INSERT INTO packages VALUES ('drill', ?, ?, '', '{}', '{}', now(), 'smith')", name, repository);
    }

    private void insert(String name, int revision, String lifecycle) {
        rows.execute("INSERT INTO package_revisions (k8s_name_space, k8s_name, package_k8s_name, revision, meta, spec,"
                + " updated, updatedby, lifecycle, ext_pr_id, tasks) VALUES ('drill', '" + name + "', 'r.p', "
                + revision
                + ", '{}', '{}', now(), 'smith', '" + lifecycle + "', '', '[]')");
    }

    private void update(String name, int revision, String lifecycle) {
        rows.execute("UPDATE package_revisions SET revision = " + revision + ", lifecycle = '" + lifecycle
                + "' WHERE k8s_name = '" + name + "'");
    }

    private String state(String name) {
        return rows.column("SELECT revision || ' ' || lifecycle || ' ' || CASE WHEN latest THEN 't' ELSE 'f' END"
                        + " FROM package_revisions WHERE k8s_name = '" + name + "'")
                .get(0);
    }
}
