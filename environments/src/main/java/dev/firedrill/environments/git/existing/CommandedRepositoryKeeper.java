package dev.firedrill.environments.git.existing;

import dev.firedrill.environments.git.gitea.RepositoryKeeper;
import dev.firedrill.environments.interlock.OperatorCommand;
import dev.firedrill.environments.interlock.Target;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The repositories of an owner on a server without Gitea's API, by the commands of the operator. */
public final class CommandedRepositoryKeeper implements RepositoryKeeper {
    private final Target.Git git;
    private final Target.GitCommands commands;

    public CommandedRepositoryKeeper(Target.Git git, Target.GitCommands commands) {
        this.git = git;
        this.commands = commands;
    }

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        new OperatorCommand("git.list", commands.list())
                .run(variables())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(names::add);
        return names;
    }

    @Override
    public void create(String repository) {
        run("git.create", commands.create(), repository);
    }

    @Override
    public void delete(String repository) {
        run("git.remove", commands.remove(), repository);
    }

    private void run(String key, String line, String repository) {
        Map<String, String> variables = variables();
        variables.put("FIREDRILL_REPOSITORY", repository);
        new OperatorCommand(key, line).run(variables);
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("FIREDRILL_GIT_URL", git.url());
        variables.put("FIREDRILL_GIT_USER", git.user());
        variables.put("FIREDRILL_GIT_PASSWORD", git.password());
        return variables;
    }
}
