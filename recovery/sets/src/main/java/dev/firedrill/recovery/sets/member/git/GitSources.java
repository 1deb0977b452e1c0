package dev.firedrill.recovery.sets.member.git;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names repositories that are known by their URLs alone. */
public final class GitSources {
    private GitSources() {}

    /** Each by the last part of its URL; the second and later ones of a name get a number. */
    public static List<GitSource> named(List<String> urls) {
        List<GitSource> sources = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String url : urls) {
            String last = url.replaceAll("[?#].*", "").replaceAll("/+$", "").replaceAll(".*[/:]", "");
            String name = last.endsWith(".git") ? last.substring(0, last.length() - ".git".length()) : last;
            String free = name;
            for (int number = 2; !names.add(free); number++) {
                free = name + "-" + number;
            }
            sources.add(new GitSource(free, url));
        }
        return sources;
    }
}
