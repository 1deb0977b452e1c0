package dev.firedrill.recovery.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes logins out of URLs. A URL may bear a password or a token before its host or in its query; it is for the connection
 * alone and is never written, shown or sent elsewhere.
 */
public final class Secrets {
    private static final Pattern LOGIN = Pattern.compile("(?<=://)[^/?#\\s\"'<>]*@");
    /** Texts may be JSON within JSON, where an ampersand can be written as an escape and a quote ends after a backslash. */
    private static final Pattern QUERY =
            Pattern.compile("(://[^?#\\s\"'<>\\\\]*)[?#](?:[^\\s\"'<>)\\\\]|\\\\+u00[0-9a-fA-F]{2})*");

    private static final Pattern REPO_MEMBER = Pattern.compile("\"repo\"\\s*:\\s*\"(?:[^\"\\\\]|\\\\.)*\"");

    private Secrets() {}

    /**
     * JSON in which only the members named {@code repo} are reduced like that, as in a task that names an upstream in git:
     * other URLs in it, such as that of a package's site, stay as they were written.
     */
    public static String removedFromRepos(String json) {
        return REPO_MEMBER.matcher(json).replaceAll(member -> Matcher.quoteReplacement(removed(member.group())));
    }

    /** {@code text} with every URL in it reduced to scheme, host and path. */
    public static String removed(String text) {
        if (!text.contains("://")) {
            return text;
        }
        return QUERY.matcher(LOGIN.matcher(text).replaceAll("")).replaceAll("$1");
    }
}
