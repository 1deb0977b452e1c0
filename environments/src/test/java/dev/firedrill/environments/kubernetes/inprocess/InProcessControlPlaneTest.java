package dev.firedrill.environments.kubernetes.inprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.model.RecoveryPoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InProcessControlPlaneTest {
    private static final String MAPS = "/api/v1/namespaces/drill/configmaps";

    private final InProcessControlPlane plane = InProcessControlPlane.start("drill");
    private final HttpProbe http = new HttpProbe(plane.address());

    @AfterEach
    void close() {
        plane.close();
    }

    @Test
    void only_who_has_the_token_comes_in() {
        assertThat(http.as("").get("/api/v1/namespaces").statusCode()).isEqualTo(401);
        assertThat(http.as("Bearer guessed").get("/api/v1/namespaces").statusCode())
                .isEqualTo(401);
        assertThat(http.as("").get("/readyz").statusCode()).isEqualTo(200);
        assertThat(http.get("/api/v1/namespaces/drill").statusCode()).isEqualTo(200);
    }

    @Test
    void the_address_through_a_link_is_the_same_with_another_port() {
        String direct = plane.address().kubeconfig();
        String linked =
                plane.addressThrough(new InetSocketAddress("127.0.0.1", 4711)).kubeconfig();
        String port = Integer.toString(plane.endpoint().getPort());
        assertThat(linked).isEqualTo(direct.replace(port, "4711"));
        assertThat(plane.endpoint().getAddress().isLoopbackAddress()).isTrue();
    }

    @Test
    void what_is_too_large_or_no_request_at_all_is_refused_in_the_form_of_the_api() {
        assertThat(http.send("POST", MAPS, "x".repeat(3 * 1024 * 1024 + 1)).statusCode())
                .isEqualTo(413);
        for (String path : List.of("/api/v1/namespaces/a%2Fb", "/api/v1/namespaces/drill/configmaps/%00")) {
            var refusal = http.get(path);
            assertThat(refusal.statusCode()).as(path).isBetween(400, 404);
            assertThat(HttpProbe.body(refusal).path("kind").asText()).as(path).isEqualTo("Status");
            assertThat(refusal.body()).doesNotContain("Exception").doesNotContain("\tat ");
        }
    }

    @Test
    void a_rewind_brings_back_identities_and_versions() {
        JsonNode kept = create("a", "1");
        plane.keep(RecoveryPoint.P1);
        String before = plane.incarnation();
        http.merge(MAPS + "/a", "{\"data\":{\"k\":\"2\"}}");
        create("b", "1");

        plane.rewindTo(RecoveryPoint.P1);

        assertThat(HttpProbe.body(http.get(MAPS + "/a"))).isEqualTo(kept);
        assertThat(http.get(MAPS + "/b").statusCode()).isEqualTo(404);
        assertThat(plane.incarnation()).isNotEqualTo(before);
        assertThat(create("c", "1").at("/metadata/resourceVersion").asLong())
                .as("the counter goes on from where it was put back to")
                .isEqualTo(kept.at("/metadata/resourceVersion").asLong() + 1);
        String after = plane.incarnation();
        plane.rewindTo(RecoveryPoint.P1);
        assertThat(plane.incarnation()).isNotEqualTo(after);
    }

    @Test
    void a_definition_is_served_again_after_a_rewind_that_brings_it_back() {
        assertThat(http.send("POST", WidgetDefinition.PATH, WidgetDefinition.WIDGETS)
                        .statusCode())
                .isEqualTo(201);
        plane.keep(RecoveryPoint.P1);
        http.send("DELETE", WidgetDefinition.PATH + "/widgets.test.dev", "");
        plane.lose();
        assertThat(http.get("/apis/test.dev/v1/widgets").statusCode()).isEqualTo(404);
        plane.rewindTo(RecoveryPoint.P1);
        assertThat(http.get("/apis/test.dev/v1/widgets").statusCode()).isEqualTo(200);
    }

    @Test
    void a_rule_of_a_definition_is_held() {
        http.send("POST", WidgetDefinition.PATH, WidgetDefinition.WIDGETS);
        String widgets = "/apis/test.dev/v1/namespaces/drill/widgets";
        String widget = "{\"apiVersion\":\"test.dev/v1\",\"kind\":\"Widget\",\"metadata\":{\"name\":\"w\"},"
                + "\"spec\":{\"type\":\"git\"}}";
        assertThat(http.send("POST", widgets, widget).statusCode()).isEqualTo(201);
        var refusal = http.merge(widgets + "/w", "{\"spec\":{\"type\":\"oci\"}}");
        assertThat(refusal.statusCode()).isEqualTo(422);
        assertThat(HttpProbe.body(refusal).at("/details/causes/0/field").asText())
                .isEqualTo("spec.type");
    }

    @Test
    void a_definition_whose_rule_cannot_be_read_is_refused() {
        var refusal = http.send(
                "POST", WidgetDefinition.PATH, WidgetDefinition.WIDGETS.replace("self == oldSelf", "slef ==="));
        assertThat(refusal.statusCode()).isEqualTo(422);
        assertThat(refusal.body()).contains("x-kubernetes-validations").contains("compilation failed");
    }

    @Test
    void a_point_is_kept_once_and_reached_only_if_kept() {
        plane.keep(RecoveryPoint.P1);
        assertThatThrownBy(() -> plane.keep(RecoveryPoint.P1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> plane.rewindTo(RecoveryPoint.P2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("P2");
    }

    @Test
    void a_lost_cluster_is_empty_and_another() {
        create("a", "1");
        plane.keep(RecoveryPoint.P1);
        String before = plane.incarnation();
        String uid = HttpProbe.body(http.get("/api/v1/namespaces/drill"))
                .at("/metadata/uid")
                .asText();
        plane.lose();
        JsonNode namespace = HttpProbe.body(http.get("/api/v1/namespaces/drill"));
        assertThat(namespace.at("/metadata/uid").asText()).isNotEqualTo(uid);
        assertThat(plane.incarnation()).isNotEqualTo(before);
        assertThat(http.get(MAPS + "/a").statusCode()).isEqualTo(404);
        plane.rewindTo(RecoveryPoint.P1);
        assertThat(http.get(MAPS + "/a").statusCode()).isEqualTo(200);
    }

    @Test
    void a_rewind_ends_every_watch() {
        plane.keep(RecoveryPoint.P1);
        List<CompletableFuture<List<String>>> watches = IntStream.range(0, 20)
                .mapToObj(i -> http.watch(MAPS + "?watch=true"))
                .toList();
        plane.rewindTo(RecoveryPoint.P1);
        for (CompletableFuture<List<String>> watch : watches) {
            assertThat(watch)
                    .as("cut and not ended in good order")
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableOfType(ExecutionException.class)
                    .withRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void many_watchers_are_served_by_few_threads() {
        long revision = create("before", "1").at("/metadata/resourceVersion").asLong();
        List<CompletableFuture<List<String>>> watches = IntStream.range(0, 300)
                .mapToObj(i -> http.watch(MAPS + "?watch=true&timeoutSeconds=3&resourceVersion=" + revision))
                .toList();
        for (int i = 0; i < 20; i++) {
            create("m" + i, "1");
        }
        long threads = Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().startsWith("in-process-control-plane"))
                .count();
        assertThat(threads).isLessThanOrEqualTo(40);
        for (CompletableFuture<List<String>> watch : watches) {
            assertThat(watch.join()).hasSize(20);
        }
    }

    @Test
    void writers_who_retry_on_conflict_lose_nothing() throws Exception {
        create("counter", "0");
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            writers.add(pool.submit(() -> IntStream.range(0, 25).forEach(i -> increment())));
        }
        for (Future<?> writer : writers) {
            writer.get(50, TimeUnit.SECONDS);
        }
        pool.shutdownNow();
        assertThat(HttpProbe.body(http.get(MAPS + "/counter")).at("/data/k").asText())
                .isEqualTo("100");
    }

    @Test
    void closing_ends_everything_at_once() {
        CompletableFuture<List<String>> watch = http.watch(MAPS + "?watch=true");
        long begun = System.nanoTime();
        plane.close();
        plane.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(watch).failsWithin(Duration.ofSeconds(10));
        assertThatThrownBy(() -> http.get("/readyz")).hasCauseInstanceOf(ConnectException.class);
    }

    private void increment() {
        while (true) {
            JsonNode live = HttpProbe.body(http.get(MAPS + "/counter"));
            int value = live.at("/data/k").asInt() + 1;
            var fresh = live.<ObjectNode>deepCopy();
            fresh.withObject("/data").put("k", Integer.toString(value));
            int status = http.send("PUT", MAPS + "/counter", fresh.toString()).statusCode();
            if (status == 200) {
                return;
            }
            assertThat(status).isEqualTo(409);
        }
    }

    private JsonNode create(String name, String value) {
        var made = http.send(
                "POST", MAPS, "{\"metadata\":{\"name\":\"" + name + "\"},\"data\":{\"k\":\"" + value + "\"}}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return HttpProbe.body(made);
    }
}
