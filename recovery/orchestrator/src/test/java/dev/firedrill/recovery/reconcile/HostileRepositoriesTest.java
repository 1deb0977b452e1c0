package dev.firedrill.recovery.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.api.ApiServer;
import dev.firedrill.recovery.api.Pages;
import dev.firedrill.recovery.engine.ChangeListener;
import dev.firedrill.recovery.engine.PackageEngine;
import dev.firedrill.recovery.engine.RepositoryState;
import dev.firedrill.recovery.git.BareRepository;
import dev.firedrill.recovery.git.HostileObjects;
import dev.firedrill.recovery.git.Hostility;
import dev.firedrill.recovery.journal.Journal;
import dev.firedrill.recovery.model.CachedRevision;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Repositories that are out of the ordinary in every way that a seed draws, beside good ones: the good ones are aligned, what
 * is hostile is named, and neither a pass nor a list fails as a whole. {@code -Dfiredrill.hostile=200} draws two hundred
 * beside half as many good ones; {@code -Dfiredrill.seed=N} draws others.
 */
@Tag("slow")
class HostileRepositoriesTest {
    private static final int HOSTILE = Integer.getInteger("firedrill.hostile", 40);
    private static final int GOOD = HOSTILE / 2;
    private static final long SEED = Long.getLong("firedrill.seed", 20261129L);
    private static final int MOST_KINDS = 3;

    private final Map<String, Set<Hostility>> kinds = new TreeMap<>();

    @TempDir
    Path directory;

    private void draw(Testbed lab) throws IOException {
        for (int n = 0; n < GOOD; n++) {
            try (BareRepository bare = repository(lab, "good-" + n)) {
                HostileObjects.fill(bare, List.of(), new Random(SEED));
            }
        }
        Hostility[] all = Hostility.values();
        for (int n = 0; n < HOSTILE; n++) {
            Random random = new Random(SEED + n);
            Set<Hostility> drawn = EnumSet.of(all[n % all.length]);
            for (int more = n < all.length ? 0 : random.nextInt(MOST_KINDS); more > 0; more--) {
                drawn.add(all[random.nextInt(all.length)]);
            }
            String name = "hostile-" + n;
            kinds.put(name, drawn);
            try (BareRepository bare = repository(lab, name)) {
                HostileObjects.fill(bare, drawn, random);
            }
        }
    }

    private BareRepository repository(Testbed lab, String name) throws IOException {
        BareRepository bare = new BareRepository(directory.resolve(name + ".git"));
        lab.cluster.add(name, bare.url(), false);
        return bare;
    }

    @Test
    void the_good_are_aligned_and_the_hostile_are_named() throws IOException, InterruptedException {
        try (Testbed lab = new Testbed(directory, 0)) {
            draw(lab);

            PassResult first = lab.pass();
            PassResult second = lab.pass();

            assertThat(second.changed())
                    .as("a second pass over what is aligned")
                    .isFalse();
            Map<String, RepositoryOutcome> outcomes = new TreeMap<>();
            second.repositories().forEach(each -> outcomes.put(each.repository().name(), each));
            Map<String, List<String>> rows = lab.cache.revisions("ns").stream()
                    .collect(Collectors.groupingBy(
                            row -> row.name().repository(),
                            Collectors.mapping(row -> row.name().objectName(), Collectors.toList())));
            for (int n = 0; n < GOOD; n++) {
                String name = "good-" + n;
                assertThat(outcomes.get(name).status().ready())
                        .as(outcomes.get(name).status().message())
                        .isTrue();
                assertThat(rows.get(name)).containsExactlyInAnyOrder(name + ".good.main", name + ".good.v1");
            }
            kinds.forEach((name, drawn) -> hostile(name, drawn, first, outcomes, rows.getOrDefault(name, List.of())));
            listed(lab, rows.values().stream().mapToInt(List::size).sum());
        }
    }

    private static void hostile(
            String name,
            Set<Hostility> drawn,
            PassResult pass,
            Map<String, RepositoryOutcome> outcomes,
            List<String> rows) {
        String what = name + " " + drawn;
        if (drawn.stream().noneMatch(Hostility::spoilsAll)) {
            assertThat(rows).as(what).contains(name + ".good.main", name + ".good.v1");
        } else {
            assertThat(outcomes.get(name).status().ready()).as(what).isFalse();
        }
        if (drawn.stream().anyMatch(Hostility::isNamed)) {
            assertThat(pass.plan().notices(name)).as(what).isNotEmpty();
            assertThat(outcomes.get(name).status().message()).as(what).containsPattern("Left out: |" + name);
        }
    }

    /** Both lists of the API answer with every row. */
    private static void listed(Testbed lab, int rows) throws IOException, InterruptedException {
        PackageEngine engine = new PackageEngine(
                lab.cache,
                lab.repositories,
                name -> new RepositoryState.Aligned(lab.cluster.repositories.get(name)),
                "ns",
                Journal.none(),
                Clock.systemUTC(),
                new NoAttention());
        try (ApiServer api = ApiServer.start(
                new InetSocketAddress("127.0.0.1", 0),
                engine,
                new NoPages(),
                Optional.empty(),
                UnaryOperator.identity())) {
            for (String kind : List.of("packagerevisions", "packagerevisionresources")) {
                URI list = URI.create("http://127.0.0.1:" + api.address().getPort()
                        + "/apis/porch.kpt.dev/v1alpha1/namespaces/ns/" + kind);
                HttpResponse<String> answer = HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(kind).isEqualTo(200);
                List<JsonNode> items = new ArrayList<>();
                new ObjectMapper().readTree(answer.body()).path("items").forEach(items::add);
                assertThat(items).as(kind).hasSize(rows);
            }
            for (CachedRevision row : lab.cache.revisions("ns")) {
                assertThat(engine.get(row.name().objectName()).name()).isEqualTo(row.name());
            }
        }
    }

    private static final class NoAttention implements ChangeListener {
        @Override
        public void rowsChanged() {
            // Nobody listens.
        }

        @Override
        public void storesMayDisagree() {
            // Nobody listens.
        }
    }

    private static final class NoPages implements Pages {
        @Override
        public Page ready(Optional<Instant> since) {
            return new Page(true, JsonNodeFactory.instance.objectNode());
        }

        @Override
        public ObjectNode status() {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
