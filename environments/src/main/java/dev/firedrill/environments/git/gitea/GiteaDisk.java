package dev.firedrill.environments.git.gitea;

import dev.firedrill.environments.docker.RunningContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The repositories as they lie on the disk of a Gitea in a container, past its API and without its hooks. */
final class GiteaDisk {
    /** Gitea names the folders of owners and repositories in small letters. */
    private static final String ON_DISK = "/data/git/repositories/" + GiteaContainer.ORGANISATION + "/";

    /** Prints the refs of the repositories whose folders are the arguments, each after its repository's place among them. */
    private static final String REFS_OF_EACH = """
            n=0
            for folder; do
              git --git-dir="$folder" for-each-ref --format="$n %(objectname) %(refname)"
              n=$((n+1))
            done
            """;

    /**
     * Takes folders of repositories, each with the commands for its refs behind it, and prints the places of those whose
     * refs were updated.
     */
    private static final String UPDATE_REFS_OF_EACH = """
            n=0
            while [ $# -gt 0 ]; do
              if printf %s "$2" | git --git-dir="$1" update-ref --stdin; then
                echo $n
              fi
              shift 2
              n=$((n+1))
            done
            """;

    /** Sets the ref that is its name to the object that is its first argument, in the repositories that are the others. */
    private static final String SET_REF_OF_EACH = """
            id=$1
            shift
            for folder; do
              git --git-dir="$folder" update-ref "$0" "$id"
            done
            """;

    private final RunningContainer container;

    GiteaDisk(RunningContainer container) {
        this.container = container;
    }

    /** All refs of these repositories as they are on the server's disk. */
    Map<String, Map<String, String>> refs(Set<String> repositories) {
        Map<String, Map<String, String>> refs = new TreeMap<>();
        repositories.forEach(repository -> refs.put(repository, new TreeMap<>()));
        List<String> order = List.copyOf(repositories);
        // One look for all: the engine starts a process in the container for every command.
        List<String> command = new ArrayList<>(List.of("sh", "-ec", REFS_OF_EACH, "refs"));
        order.forEach(repository -> command.add(folder(repository)));
        container
                .run("git", command)
                .lines()
                .map(line -> line.split(" ", 3))
                .forEach(ref -> refs.get(order.get(Integer.parseInt(ref[0]))).put(ref[2], ref[1]));
        return refs;
    }

    /**
     * Moves, makes and removes refs on the server's disk, for each repository all or none: no push, no hook. Gitea's own list
     * of branches, which only its pages and its API show, follows with the next push.
     *
     * @param present the refs that each repository has
     * @param wanted the refs that some of them shall have
     * @return those for which it was done; one that lacks an object is not among them
     */
    Set<String> moveRefs(Map<String, Map<String, String>> present, Map<String, Map<String, String>> wanted) {
        List<String> order = List.copyOf(wanted.keySet());
        List<String> command = new ArrayList<>(List.of("sh", "-c", UPDATE_REFS_OF_EACH, "refs"));
        for (String repository : order) {
            command.add(folder(repository));
            command.add(updates(present.get(repository), wanted.get(repository)));
        }
        return container
                .run("git", command)
                .lines()
                .map(place -> order.get(Integer.parseInt(place)))
                .collect(Collectors.toSet());
    }

    private static String updates(Map<String, String> present, Map<String, String> wanted) {
        StringBuilder commands = new StringBuilder();
        present.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .forEach(name -> commands.append("delete ").append(name).append('\n'));
        wanted.forEach((name, id) ->
                commands.append("update ").append(name).append(' ').append(id).append('\n'));
        return commands.toString();
    }

    /** One ref of several repositories on the server's disk: no push, no hook; not so where one lacks the object. */
    boolean setRef(Set<String> repositories, String ref, String id) {
        List<String> command = new ArrayList<>(List.of("sh", "-ec", SET_REF_OF_EACH, ref, id));
        repositories.forEach(repository -> command.add(folder(repository)));
        return container.tryRun("git", command).getExitCode() == 0;
    }

    /** On the server's disk, as a repository made from a clone without tags has it: no push, no hook. */
    void dropTags(String repository) {
        String git = "git --git-dir='" + folder(repository) + "' ";
        container.run(
                "git",
                List.of(
                        "sh",
                        "-c",
                        git + "for-each-ref --format='delete %(refname)' refs/tags | " + git + "update-ref --stdin"));
    }

    /** The folder of a repository, which need not be there. */
    String folder(String repository) {
        return ON_DISK + repository.toLowerCase(Locale.ROOT) + ".git";
    }
}
