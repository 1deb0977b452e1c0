package dev.firedrill.environments.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.environments.git.EmbeddedGitServer;
import dev.firedrill.environments.process.Leash;
import dev.firedrill.environments.role.Link;
import dev.firedrill.environments.role.Outage;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each disturbance is proven by its witness while it lasts, and by its absence afterwards. */
class ToxiproxyLinksTest {
    private final Leash leash = Leash.open();
    private final EmbeddedGitServer store = EmbeddedGitServer.open(leash);
    private final ToxiproxyLinks links = ToxiproxyLinks.embedded();
    private Link link;

    @BeforeEach
    void aLink() {
        link = links.open("git", store.endpoint());
    }

    @AfterEach
    void nothingStays() {
        links.close();
        store.close();
        leash.close();
    }

    @Test
    void a_link_lets_everything_through_and_counts_it() {
        Attempt attempt = Attempt.on(link.address(), Duration.ofSeconds(3));
        assertThat(attempt.reaction()).isEqualTo(Attempt.Reaction.ANSWERED);
        assertThat(link.bytesReceived()).isEqualTo(attempt.bytes());
    }

    @Test
    void a_cut_link_refuses_connections_until_it_heals() {
        comesAndGoes(link.cut());
    }

    @Test
    void a_silent_link_takes_connections_and_says_nothing() {
        comesAndGoes(link.silence());
    }

    @Test
    void a_slow_link_answers_later() {
        comesAndGoes(link.delay(Duration.ofMillis(150)));
    }

    @Test
    void a_limited_link_ends_connections_half_way() {
        comesAndGoes(link.endAfter(100));
        comesAndGoes(link.endAfter(5000));
        comesAndGoes(link.endAfter(0));
    }

    private void comesAndGoes(Outage outage) {
        assertThat(outage.witness().seen()).isNotEmpty();
        outage.close();
        outage.close();
        assertThat(outage.witness().convincing()).isFalse();
        assertThat(Attempt.on(link.address(), Duration.ofSeconds(3)).reaction()).isEqualTo(Attempt.Reaction.ANSWERED);
    }
}
