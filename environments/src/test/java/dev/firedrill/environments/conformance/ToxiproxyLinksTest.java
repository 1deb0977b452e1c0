package dev.firedrill.environments.conformance;

import dev.firedrill.environments.link.ToxiproxyBinary;
import dev.firedrill.environments.link.ToxiproxyProcess;
import dev.firedrill.environments.process.ProcessSupervisor;
import dev.firedrill.environments.role.Links;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/**
 * The real Toxiproxy as a process, where it is. With {@code FIREDRILL_REQUIRE_TOXIPROXY=true} in the environment it is a
 * failure, and not a skipped suite, when it is not.
 */
class ToxiproxyLinksTest extends RealToxiproxyConformance {
    private static Path binary;
    private static ProcessSupervisor leash;

    @BeforeAll
    static void holdOn() {
        Optional<Path> found = ToxiproxyBinary.find();
        String missing = "no Toxiproxy at " + ToxiproxyBinary.place() + "; ci/toxiproxy-binary brings it";
        if (found.isEmpty() && Boolean.parseBoolean(System.getenv("FIREDRILL_REQUIRE_TOXIPROXY"))) {
            throw new IllegalStateException(missing);
        }
        Assumptions.assumeTrue(found.isPresent(), missing);
        binary = found.orElseThrow();
        leash = ProcessSupervisor.open();
    }

    @AfterAll
    static void letGo() {
        if (leash != null) {
            leash.close();
        }
    }

    @Override
    Links open() {
        return ToxiproxyProcess.open(binary, leash);
    }
}
