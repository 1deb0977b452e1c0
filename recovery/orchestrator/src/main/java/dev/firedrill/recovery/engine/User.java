package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.model.Repository;
import java.util.Locale;
import java.util.Optional;

/**
 * The user who sent a request.
 *
 * @param name the name that the client gave; empty for an anonymous user
 */
public record User(String name) {
    private static final String SERVICE = "Package Orchestration Service <porch@kpt.dev>";
    private static final int LONGEST = 200;

    public User {
        // A commit's author line is ended by these; a name must not be able to write a line of its own.
        name = name.replaceAll("[\\p{Cntrl}<>]", "").strip();
        name = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }

    /** The anonymous user. */
    public static User nobody() {
        return new User("");
    }

    /** The controllers of this process. */
    public static User controller() {
        return new User("porch-controller");
    }

    /** The author of commits: the user, else what the Repository says, else the service. */
    String author(Repository repository) {
        if (name.isEmpty()) {
            return repository.author().orElse(SERVICE);
        }
        return name + " <" + mail() + ">";
    }

    /** What the {@code updatedby} column says. */
    String recorded() {
        return name.isEmpty() ? "porch@kpt.dev" : mail();
    }

    private String mail() {
        if (name.indexOf('@') > 0 && name.indexOf(' ') < 0) {
            return name;
        }
        return Optional.of(name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{Alnum}._-]+", "-"))
                        .filter(local -> !local.isEmpty())
                        .orElse("user")
                + "@kpt.dev";
    }
}
