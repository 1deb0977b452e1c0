package dev.firedrill.proof.fields;

import dev.firedrill.environments.role.GitServer;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.RecoveryPoint;
import dev.firedrill.workload.git.CommitWriter;
import dev.firedrill.workload.git.GitRemote;
import java.util.List;
import java.util.Map;

/** Points one ref of one git repository elsewhere, or takes the whole repository away. */
final class RefDamage implements Damage {
    private final GitServer server;
    private final GitRemote remote;
    private int kept;

    RefDamage(GitServer server) {
        this.server = server;
        this.remote = new GitRemote(server.address());
    }

    @Override
    public Repair damage(Fact fact) throws Refused {
        if (fact.field().equals("target")) {
            throw new Refused(
                    "the protocol has no way to point " + fact.subject().name() + " elsewhere");
        }
        var repository = fact.subject().kind().equals("repository")
                ? fact.subject().name()
                : fact.subject().namespace();
        kept++;
        var point = new RecoveryPoint("before-damage-" + kept);
        server.keep(point);
        if (fact.subject().kind().equals("repository")) {
            server.remove(repository);
        } else {
            push(repository, fact.subject().name());
        }
        return () -> server.rewindTo(repository, point);
    }

    /** The tree of the commit that it names from now on has another entry; an id decides about everything behind it. */
    private void push(String repository, String ref) {
        try (var local = GitRemote.inMemory()) {
            var writer = new CommitWriter(local);
            writer.put("damaged.md", "Damaged.\n");
            remote.push(repository, local, Map.of(ref, writer.commit("Damage\n", List.of())));
        } catch (EnvironmentFailure e) {
            throw new EnvironmentFailure("Could not damage " + ref + " of " + repository, e);
        }
    }
}
