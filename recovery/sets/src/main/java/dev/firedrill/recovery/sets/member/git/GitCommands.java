package dev.firedrill.recovery.sets.member.git;

import dev.firedrill.recovery.sets.member.Shell;
import dev.firedrill.recovery.sets.member.git.GitDetails.RepositoryRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** How git alone restores a git member. */
final class GitCommands {
    private GitCommands() {}

    /** Bare repositories below {@code $GIT_FOLDER}, numbered as the bundles are, because a name may be no name of a file. */
    static List<String> restoring(GitDetails details, UnaryOperator<String> relative) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Each becomes a bare repository below \"$GIT_FOLDER\"; push it to your server by: git push --mirror URL");
        int number = 0;
        for (RepositoryRecord record : details.repositories()) {
            number++;
            lines.add("# " + record.name().replaceAll("[^ -~]", "?") + ", was at "
                    + record.url().replaceAll("[^ -~]", "?"));
            String folder = "\"$GIT_FOLDER\"/r%05d.git".formatted(number);
            lines.add("git init --quiet --bare " + folder);
            for (String bundle : record.bundles()) {
                lines.add("plain " + relative.apply(bundle) + " > \"$GIT_FOLDER\"/bundle");
                lines.add("git -C " + folder + " fetch --quiet --prune \"$GIT_FOLDER\"/bundle '+refs/*:refs/*'");
            }
            if (record.head() != null) {
                lines.add("git -C " + folder + " symbolic-ref HEAD " + Shell.quoted(record.head()));
            }
        }
        lines.add("rm -f \"$GIT_FOLDER\"/bundle");
        return lines;
    }
}
