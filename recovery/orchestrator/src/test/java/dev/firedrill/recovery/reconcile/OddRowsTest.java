package dev.firedrill.recovery.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.git.BareRepository;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.plan.Consent;
import dev.firedrill.recovery.plan.Notice;
import dev.firedrill.recovery.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One revision that the database refuses, or a row that cannot be read, stops no other, not even in its repository. */
class OddRowsTest {
    private static final String KPTFILE = "apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: x\n";

    @TempDir
    Path directory;

    private Testbed lab;

    @BeforeEach
    void publish() throws IOException {
        lab = new Testbed(directory, 0);
        for (String name : new String[] {"r1", "r2"}) {
            BareRepository git = lab.repository(name);
            Map<String, String> files = new TreeMap<>();
            for (String path : new String[] {"a", "b", "c"}) {
                files.put(path + "/Kptfile", KPTFILE);
                git.tag(path + "/v1", git.commit("main", "m", files));
            }
        }
    }

    private RepositoryOutcome outcome(PassResult result, String repository) {
        return result.repositories().stream()
                .filter(each -> each.repository().name().equals(repository))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_the_database_refuses_is_named_and_all_else_is_written() {
        lab.database.execute("""
                CREATE FUNCTION house_rule() RETURNS TRIGGER LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'row is too big' USING ERRCODE = '54000'; END $$;
                CREATE TRIGGER house_rule BEFORE INSERT ON package_revisions FOR EACH ROW
                WHEN (NEW.k8s_name = 'r1.b.v1') EXECUTE FUNCTION house_rule()""");

        PassResult result = lab.pass();

        assertThat(lab.cache.revisions("ns"))
                .extracting(row -> row.name().objectName())
                .containsExactly(
                        "r1.a.main",
                        "r1.a.v1",
                        "r1.b.main",
                        "r1.c.main",
                        "r1.c.v1",
                        "r2.a.main",
                        "r2.a.v1",
                        "r2.b.main",
                        "r2.b.v1",
                        "r2.c.main",
                        "r2.c.v1");
        assertThat(result.problems()).singleElement().asString().contains("r1.b.v1", "row is too big");
        RepositoryOutcome r1 = outcome(result, "r1");
        assertThat(r1.status().ready()).isFalse();
        assertThat(r1.status().message()).contains("r1.b.v1", "row is too big");
        assertThat(r1.aligned()).as("users go on with all other revisions").isTrue();
        assertThat(r1.usable()).isTrue();
        assertThat(r1.failed()).as("trying again does not help").isFalse();
        assertThat(r1.hindered()).containsExactly("r1.b.v1");
        assertThat(outcome(result, "r2").status().ready()).isTrue();
        assertThat(lab.pass().applied()).isZero();
    }

    @Test
    void a_row_that_cannot_be_read_is_named_and_kept() {
        lab.pass();
        lab.database.execute("ALTER TABLE package_revisions DROP CONSTRAINT package_revisions_lifecycle_check");
        lab.database.execute("ALTER TABLE package_revisions DISABLE TRIGGER USER");
        lab.database.execute("UPDATE package_revisions SET lifecycle = 'Frozen' WHERE k8s_name = 'r1.b.v1'");
        lab.database.execute("ALTER TABLE package_revisions ENABLE TRIGGER USER");
        CachedRevision c = lab.cache.find("ns", "r1.c.v1").orElseThrow();
        lab.cache.delete(c.name());

        Plan plan = lab.reconciler(Journal.none()).preview(Consent.none());
        PassResult result = lab.pass();

        assertThat(plan.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.UNREADABLE_ROW);
            assertThat(notice.repository()).isEqualTo("r1");
            assertThat(notice.subject()).isEqualTo("r1.b.v1");
        });
        assertThat(lab.cache.find("ns", "r1.c.v1").orElseThrow().lifecycle()).isEqualTo(Lifecycle.PUBLISHED);
        assertThat(lab.database.value("SELECT lifecycle FROM package_revisions WHERE k8s_name = 'r1.b.v1'"))
                .isEqualTo("Frozen");
        assertThat(result.problems()).singleElement().asString().contains("r1.b.v1", "lifecycle 'Frozen'");
        assertThat(outcome(result, "r1").status().message()).contains("r1.b.v1", "lifecycle 'Frozen'");
        assertThat(outcome(result, "r1").usable()).isTrue();
        PassResult second = lab.pass();
        assertThat(second.applied())
                .as("a second pass changes nothing: %s", second.plan().actions())
                .isZero();
    }
}
