package dev.firedrill.reports.site;

import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.ScenarioResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The site of one drill: an index, a page a scenario, a page for the skew matrix and one style sheet. Opens from disk,
 * asks no network, runs no script.
 */
public final class Site {
    static final String STYLE = "firedrill.css";

    private Site() {}

    /** Every file of the site with its text, by its path below the site's folder. */
    public static Map<String, String> pages(DrillResult drill) {
        Templates templates = new Templates();
        PageNames names = PageNames.of(drill.scenarios());
        Heatmap heatmap = Heatmap.of(drill.scenarios(), names);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put(STYLE, resource(STYLE));
        pages.put(
                "index.html",
                templates.render(
                        "index", "", Map.of("drill", drill, "view", Overview.of(drill, names), "heatmap", heatmap)));
        if (heatmap.filled()) {
            pages.put("matrix.html", templates.render("matrix", "", Map.of("drill", drill, "heatmap", heatmap)));
        }
        List<ScenarioResult> scenarios = drill.scenarios();
        for (int i = 0; i < scenarios.size(); i++) {
            ScenarioPage page = ScenarioPage.of(scenarios, i, names);
            Map<String, Object> values =
                    Map.of("drill", drill, "page", page, "scenario", scenarios.get(i), "matrix", heatmap.filled());
            pages.put(names.of(i), templates.render("scenario", "../", values));
        }
        return pages;
    }

    static String resource(String name) {
        try (InputStream stream = Site.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing beside " + Site.class.getName());
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the class path", e);
        }
    }
}
