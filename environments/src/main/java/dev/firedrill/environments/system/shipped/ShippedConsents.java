package dev.firedrill.environments.system.shipped;

import dev.firedrill.environments.role.system.Consents;
import dev.firedrill.environments.role.system.StartOptions;
import dev.firedrill.environments.system.RecoveryRun;
import dev.firedrill.model.SystemStatement.Removal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What an operator says by {@code recover}. */
final class ShippedConsents implements Consents {
    private static final Pattern HOW_MANY_ARE_READY =
            Pattern.compile("\\d+ changes; \\d+ of \\d+ Repositories are ready");

    private final OperatorCommands commands;
    private final Path journal;

    /** @param journal receives the steps of a confirmation */
    ShippedConsents(OperatorCommands commands, Path journal) {
        this.commands = commands;
        this.journal = journal;
    }

    @Override
    public Answer confirm(List<Removal> removals, StartOptions options) {
        List<String> command = new ArrayList<>(List.of("recover"));
        removals.forEach(
                removal -> command.addAll(List.of("--confirm-removal", removal.repository() + "=" + removal.token())));
        command.addAll(List.of("--journal", journal.toString()));
        command.addAll(options.words());
        return answer(commands.run(command));
    }

    @Override
    public boolean isComplete(Answer confirmation) {
        return HOW_MANY_ARE_READY.matcher(confirmation.output()).find();
    }

    @Override
    public Answer closeWindow() {
        return answer(commands.run(List.of("recover", "--close-window", "--json")));
    }

    private static Answer answer(RecoveryRun run) {
        return new Answer(run.exitCode(), run.output());
    }
}
