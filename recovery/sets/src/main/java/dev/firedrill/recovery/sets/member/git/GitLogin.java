package dev.firedrill.recovery.sets.member.git;

import dev.firedrill.recovery.sets.problem.SetRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;
import org.jspecify.annotations.Nullable;

/** Who logs in to the git server. The file is read at every use, so that a login that is changed meanwhile is seen. */
public final class GitLogin {
    private final Optional<Path> file;

    /**
     * A login that is kept in a file: the user in its first line, the password or token in its second.
     *
     * @param file empty for servers that ask for none
     */
    public GitLogin(Optional<Path> file) {
        this.file = file;
    }

    @Nullable CredentialsProvider credentials() {
        return file.map(GitLogin::read).orElse(null);
    }

    private static CredentialsProvider read(Path file) {
        try {
            String[] lines = Files.readString(file).split("\\R");
            if (lines.length < 2) {
                throw new SetRefused("the git login " + file + " needs two lines, the user and the password");
            }
            return new UsernamePasswordCredentialsProvider(lines[0], lines[1]);
        } catch (IOException e) {
            throw new SetRefused("the git login " + file + " cannot be read; correct --git-login-file");
        }
    }
}
