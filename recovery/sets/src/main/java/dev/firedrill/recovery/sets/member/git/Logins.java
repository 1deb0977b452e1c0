package dev.firedrill.recovery.sets.member.git;

import java.util.regex.Pattern;

/** Takes logins out of URLs in texts that are shown or stored. */
final class Logins {
    private static final Pattern LOGIN = Pattern.compile("(?<=://)[^/?#\\s\"'<>]*@");

    private Logins() {}

    static String removed(String text) {
        return LOGIN.matcher(text).replaceAll("");
    }
}
