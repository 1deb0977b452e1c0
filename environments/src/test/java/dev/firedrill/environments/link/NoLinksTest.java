package dev.firedrill.environments.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.environments.role.Link;
import dev.firedrill.model.EnvironmentFailure;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoLinksTest {
    @Test
    void the_store_itself_is_the_address_and_nothing_can_be_disturbed() {
        InetSocketAddress store = InetSocketAddress.createUnresolved("git.example", 443);
        try (NoLinks links = new NoLinks()) {
            Link link = links.open("git", store);
            assertThat(link.address()).isEqualTo(store);
            for (Runnable fault : List.<Runnable>of(
                    link::cut,
                    link::silence,
                    () -> link.delay(Duration.ofSeconds(1)),
                    () -> link.endAfter(1),
                    link::bytesReceived)) {
                assertThatThrownBy(fault::run)
                        .isInstanceOf(EnvironmentFailure.class)
                        .hasMessageContaining("The connection git to")
                        .hasMessageContaining("add --links embedded");
            }
            links.heal();
        }
    }
}
