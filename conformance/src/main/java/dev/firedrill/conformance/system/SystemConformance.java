package dev.firedrill.conformance.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.conformance.AgainstEveryForm;
import dev.firedrill.conformance.FormUnderTest;
import dev.firedrill.environments.role.system.MissingAbility;
import dev.firedrill.environments.role.system.StartOptions;
import dev.firedrill.environments.role.system.SystemUnderTest;
import dev.firedrill.environments.wait.Patience;
import dev.firedrill.environments.wait.Wait;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * What scenarios rely on in a system under test, whatever its form. A form opens one on stores of its own, which hold what the
 * system has to find there and nothing else, and closes the stores with it.
 */
@AgainstEveryForm(SystemUnderTest.class)
class SystemConformance {
    /** No system has it. */
    private interface Clairvoyance {}

    @Parameter
    FormUnderTest<SystemUnderTest> form;

    private SystemUnderTest system;

    @BeforeEach
    void oneThatDoesNotRun() {
        system = form.open();
    }

    @AfterEach
    void nothingStays() {
        List<Long> pids = system.pids();
        system.close();
        assertThat(pids).noneMatch(SystemConformance::runs);
        assertThatCode(system::close).doesNotThrowAnyException();
    }

    @Test
    void before_it_was_started_it_says_nothing_and_ending_it_is_harmless() {
        assertThat(system.alive()).isFalse();
        assertThat(system.pids()).isEmpty();
        assertThat(system.startedAt()).isEmpty();
        assertThat(system.said()).isEmpty();
        assertThatCode(() -> {
                    system.end();
                    system.kill();
                    system.standStill();
                    system.goOn();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void once_started_its_api_listens_and_its_processes_are_told() throws IOException {
        Instant before = Instant.now();

        system.start(StartOptions.plain());

        URI api = system.api().base();
        try (Socket connection = new Socket()) {
            connection.connect(new InetSocketAddress(api.getHost(), api.getPort()));
            assertThat(connection.isConnected()).isTrue();
        }
        assertThat(system.alive()).isTrue();
        assertThat(system.pids()).isNotEmpty().allMatch(SystemConformance::runs);
        assertThat(system.startedAt().orElseThrow()).isBetween(before, Instant.now());
    }

    @Test
    void it_settles_on_sound_stores_and_says_what_it_sees() {
        system.start(StartOptions.plain());

        system.look(Instant.now());

        assertThat(system.settle(Instant.now()).ready()).isTrue();
        assertThat(system.said().orElseThrow().repositories()).isEmpty();
    }

    @Test
    void it_is_not_started_twice() {
        system.start(StartOptions.plain());

        assertThatThrownBy(() -> system.start(StartOptions.plain())).isInstanceOf(IllegalStateException.class);
        assertThat(system.alive()).isTrue();
    }

    @Test
    void a_kill_ends_its_processes_at_once_and_it_can_be_started_again() {
        system.start(StartOptions.plain());
        List<Long> pids = system.pids();

        system.kill();

        assertThat(system.alive()).isFalse();
        assertThat(pids).noneMatch(SystemConformance::runs);
        assertThat(system.said()).isEmpty();
        system.start(StartOptions.plain());
        assertThat(system.settle(Instant.now()).ready()).isTrue();
    }

    @Test
    void ended_in_order_it_no_longer_answers_and_can_be_started_again() {
        system.start(StartOptions.plain());
        URI api = system.api().base();

        system.end();

        assertThat(system.alive()).isFalse();
        assertThat(system.said()).isEmpty();
        system.start(StartOptions.plain());
        assertThat(system.api().base()).isEqualTo(api);
        assertThat(system.settle(Instant.now()).ready()).isTrue();
    }

    @Test
    void one_that_stands_still_goes_on_where_it_stood() {
        system.start(StartOptions.plain());
        List<Long> pids = system.pids();

        system.standStill();
        Wait.until(
                "its processes to stand still",
                Patience.PROMPT,
                () -> pids.stream().allMatch(SystemConformance::stands));
        system.goOn();

        assertThat(pids).noneMatch(SystemConformance::stands);
        assertThat(system.pids()).isEqualTo(pids);
        assertThat(system.settle(Instant.now()).ready()).isTrue();
    }

    @Test
    void one_that_ended_by_itself_is_not_waited_for() {
        system.start(StartOptions.plain());

        system.pids().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        Wait.until("the system to be gone", Patience.PROMPT, () -> !system.alive());

        assertThatThrownBy(() -> system.settle(Instant.now())).isInstanceOf(AssertionError.class);
    }

    @Test
    void an_ability_that_it_lacks_is_told_with_its_name() {
        assertThat(system.ability(Clairvoyance.class)).isEmpty();
        assertThatThrownBy(() -> system.need(Clairvoyance.class))
                .isInstanceOf(MissingAbility.class)
                .hasMessageContaining(system.product().product());
    }

    /** Whether the kernel has stopped a process: the letter behind its name, which can hold any other. */
    private static boolean stands(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean runs(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
