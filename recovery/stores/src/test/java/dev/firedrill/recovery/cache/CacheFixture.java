package dev.firedrill.recovery.cache;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.Metadata;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A package cache on PostgreSQL with one repository, and rows to put into it. */
abstract class CacheFixture {
    static final Instant AT = Instant.parse("2026-01-02T03:04:05.678901Z");
    static final String KPTFILE = """
            apiVersion: kpt.dev/v1
            kind: Kptfile
            metadata:
              name: x
              labels: {tier: gold}
            info:
              readinessGates:
              - conditionType: ok
            upstreamLock:
              type: git
              git: {repo: u, directory: d, ref: d/v1, commit: abc}
            status:
              conditions:
              - {type: ok, status: "True"}
            """;

    TestDatabase database;
    PostgresPackageCache cache;

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        cache = new PostgresPackageCache(database.address(), Clock.systemUTC());
        cache.register(repository("r1", "", "main", "one"));
    }

    @AfterEach
    void close() {
        cache.close();
    }

    static Repository repository(String name, String directory, String branch, String uid) {
        return new Repository(
                "ns",
                name,
                uid,
                1,
                false,
                "http://git/" + name,
                branch,
                false,
                directory,
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                "{\"metadata\":{\"name\":\"" + name + "\",\"uid\":\"" + uid
                        + "\",\"resourceVersion\":\"7\"},\"spec\":{\"deployment\":true},\"status\":{\"n\":1}}");
    }

    static RevisionName name(String path, String workspace) {
        return new RevisionName(new PackageName("ns", "r1", path), workspace);
    }

    /** A row; one with the number of placeholders lies on the branch that its workspace names, as placeholders do. */
    static CachedRevision row(RevisionName name, Lifecycle lifecycle, int revision) {
        String ref = revision == CachedRevision.PLACEHOLDER ? name.workspace() : "ref";
        Metadata metadata = new Metadata(
                Map.of("team", "it's \"blue\"; DROP TABLE resources; --"),
                Map.of("note", "ünï ✓"),
                List.of(new OwnerReference("config.porch.kpt.dev/v1alpha1", "PackageVariant", "v", "u1", true, false)),
                List.of("keep"),
                Instant.parse("2026-01-01T00:00:00Z"),
                Optional.of(Instant.parse("2026-01-03T00:00:00Z")));
        return new CachedRevision(
                name,
                revision,
                lifecycle,
                false,
                metadata,
                PackageContent.of(Map.of("Kptfile", KPTFILE, "dir/ü'\".yaml", "a: \"'$1 ?\\\\\"\n")),
                Optional.of("{\"type\":\"init\",\"init\":{}}"),
                "",
                new GitLock("http://git/r1", name.packageName().path(), ref, "c1"),
                AT,
                "ann");
    }

    CachedRevision read(RevisionName name) {
        return cache.find("ns", name.objectName()).orElseThrow();
    }

    CachedRevision inserted(CachedRevision row) {
        cache.insert(row);
        return read(row.name());
    }

    List<String> latest() {
        return cache.revisions("ns").stream()
                .filter(CachedRevision::latest)
                .map(row -> row.name().objectName())
                .toList();
    }
}
