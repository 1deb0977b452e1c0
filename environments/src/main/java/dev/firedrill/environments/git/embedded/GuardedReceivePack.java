package dev.firedrill.environments.git.embedded;

import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;

/** The server's side of one push; see {@link Traffic}. */
final class GuardedReceivePack extends ReceivePack {
    private final Traffic traffic;
    private final String repository;
    private final Object ticket;

    GuardedReceivePack(Repository open, Traffic traffic, String repository) {
        super(open);
        this.traffic = traffic;
        this.repository = repository;
        this.ticket = traffic.ticket(repository);
        setAllowNonFastForwards(true);
        setAllowDeletes(true);
        setAllowBranchDeletes(true);
    }

    @Override
    protected void executeCommands() {
        if (!traffic.push(repository, ticket, super::executeCommands)) {
            for (ReceiveCommand command : filterCommands(ReceiveCommand.Result.NOT_ATTEMPTED)) {
                command.setResult(
                        ReceiveCommand.Result.REJECTED_OTHER_REASON, "the repository was replaced during the push");
            }
        }
    }
}
