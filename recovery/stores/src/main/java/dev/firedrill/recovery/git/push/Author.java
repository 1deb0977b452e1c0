package dev.firedrill.recovery.git.push;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.PersonIdent;

/** Who commits are by: who approved, or Porch's service where nobody is named. */
public final class Author {
    private static final String SERVICE = "Package Orchestration Service";
    private static final String SERVICE_MAIL = "porch@kpt.dev";
    private static final Pattern NAME_AND_MAIL = Pattern.compile("\\s*(.*?)\\s*<([^<>]*)>\\s*");

    private Author() {}

    static PersonIdent service(Instant when) {
        return new PersonIdent(SERVICE, SERVICE_MAIL, when, ZoneOffset.UTC);
    }

    /** The person in {@code name <e-mail>}; the service when it names no person. */
    static PersonIdent of(String author, Instant when) {
        Matcher parts = NAME_AND_MAIL.matcher(author);
        if (parts.matches() && !parts.group(2).isBlank()) {
            String name = parts.group(1).isBlank() ? parts.group(2) : parts.group(1);
            return new PersonIdent(name, parts.group(2).strip(), when, ZoneOffset.UTC);
        }
        return author.isBlank() ? service(when) : new PersonIdent(author.strip(), author.strip(), when, ZoneOffset.UTC);
    }
}
