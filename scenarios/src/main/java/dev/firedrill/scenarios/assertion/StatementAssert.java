package dev.firedrill.scenarios.assertion;

import static dev.firedrill.scenarios.assertion.Expect.claim;

import dev.firedrill.environments.role.system.Consents;
import dev.firedrill.environments.role.system.Quarantines;
import dev.firedrill.model.SystemStatement.Quarantined;
import dev.firedrill.model.SystemStatement.Removal;
import dev.firedrill.oracle.observe.Observation;
import dev.firedrill.scenarios.recording.Claims;
import java.util.stream.Collectors;

/** What a system has to say of what it holds back; claimed only of a system that has a way to say so. */
final class StatementAssert {
    private final Observation after;
    private final Claims claims;

    StatementAssert(Observation after, Claims claims) {
        this.after = after;
        this.claims = claims;
    }

    /** It says that it keeps a repository out of sight. */
    void namesAsQuarantined(String repository) {
        claims.where(
                Quarantines.class,
                "the system names " + repository + " as quarantined",
                quarantines -> claim("quarantined repositories")
                        .contains(
                                after.said().orElseThrow().namedAsQuarantined().stream()
                                        .map(Quarantined::repository)
                                        .collect(Collectors.toSet()),
                                repository));
    }

    /** It says that it waits for somebody to confirm a removal. */
    void namesAsAwaiting(String repository) {
        claims.where(
                Consents.class,
                "the system names a removal from " + repository + " that awaits confirmation",
                consents -> claim("removals that await confirmation")
                        .contains(
                                after.said().orElseThrow().namedAsAwaiting().stream()
                                        .map(Removal::repository)
                                        .collect(Collectors.toSet()),
                                repository));
    }
}
