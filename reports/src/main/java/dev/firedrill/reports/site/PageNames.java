package dev.firedrill.reports.site;

import dev.firedrill.reports.result.ScenarioResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The files of the scenarios' pages: a readable part of the name and a hash of the id. Whatever a scenario is called,
 * its page stays below the site's folder, and the same scenario has the same address in every drill.
 *
 * @param paths the path of each scenario's page below the site's folder, in the order of the scenarios
 */
record PageNames(List<String> paths) {
    private static final int READABLE = 48;
    private static final int HASH = 10;

    PageNames {
        paths = List.copyOf(paths);
    }

    static PageNames of(List<ScenarioResult> scenarios) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> paths = new ArrayList<>();
        for (ScenarioResult scenario : scenarios) {
            String name = slug(scenario.name()) + hash(scenario.id());
            int times = seen.merge(name, 1, Integer::sum);
            paths.add("scenarios/" + name + (times > 1 ? "-" + times : "") + ".html");
        }
        return new PageNames(paths);
    }

    String of(int scenario) {
        return paths.get(scenario);
    }

    private static String slug(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String slug =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = slug.substring(0, Math.min(READABLE, slug.length())).replaceAll("-$", "");
        return cut.isEmpty() ? "" : cut + "-";
    }

    private static String hash(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
