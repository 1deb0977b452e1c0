package dev.firedrill.environments.interlock;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names that no drill is ever pointed at. A target can add to the list and take nothing off it. */
final class DenyList {
    private static final List<String> ALWAYS = List.of("*prod*");

    private final List<String> patterns;

    /** @param more patterns in which {@code *} stands for anything and {@code ?} for one character */
    DenyList(List<String> more) {
        patterns = new ArrayList<>(ALWAYS);
        patterns.addAll(more);
    }

    /**
     * Looks at what is known without connecting to anything.
     *
     * @throws InterlockRefused when one of the names is on the list
     */
    void check(Target target) {
        for (Map.Entry<String, String> name : target.names().entrySet()) {
            for (String pattern : patterns) {
                if (matches(pattern, name.getValue())) {
                    throw new InterlockRefused(
                            "Target " + target.name() + " is refused before anything is connected to: its "
                                    + name.getKey() + " '" + name.getValue() + "' is on the deny list ('" + pattern
                                    + "'); point the drill at stores that nobody needs, under names that say so");
                }
            }
        }
    }

    private static boolean matches(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        for (char letter : pattern.toLowerCase(Locale.ROOT).toCharArray()) {
            switch (letter) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(letter)));
            }
        }
        return name.toLowerCase(Locale.ROOT).matches(regex.toString());
    }
}
