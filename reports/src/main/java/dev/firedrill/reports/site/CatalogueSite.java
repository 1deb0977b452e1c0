package dev.firedrill.reports.site;

import dev.firedrill.reports.catalogue.Catalogue;
import dev.firedrill.reports.catalogue.CatalogueScenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The site of what can be drilled: an index by chapter, a page a feature, the step definitions. */
public final class CatalogueSite {
    private CatalogueSite() {}

    /**
     * A feature file.
     *
     * @param name the feature's name
     * @param description its free text
     * @param path where it lies
     * @param href its page, seen from the site's folder
     * @param texts its scenarios, an outline once
     * @param examples how many scenarios that makes, each example of an outline counted
     */
    public record Feature(
            String name, String description, String path, String href, List<CatalogueScenario> texts, int examples) {
        public Feature {
            texts = List.copyOf(texts);
        }
    }

    /** The features of one folder. */
    public record FeatureChapter(String title, List<Feature> features) {
        public FeatureChapter {
            features = List.copyOf(features);
        }
    }

    /** Every file of the site with its text, by its path below the site's folder. */
    public static Map<String, String> pages(Catalogue catalogue) {
        Templates templates = new Templates();
        List<FeatureChapter> chapters = chapters(catalogue.scenarios());
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put(Site.STYLE, Site.resource(Site.STYLE));
        Map<String, Object> whole = Map.of("chapters", chapters, "catalogue", catalogue);
        pages.put("index.html", templates.render("catalogue", "", whole));
        pages.put("steps.html", templates.render("steps", "", whole));
        chapters.stream()
                .flatMap(chapter -> chapter.features().stream())
                .forEach(feature ->
                        pages.put(feature.href(), templates.render("feature", "../", Map.of("feature", feature))));
        return pages;
    }

    private static List<FeatureChapter> chapters(List<CatalogueScenario> scenarios) {
        Map<String, List<CatalogueScenario>> byFile = new LinkedHashMap<>();
        scenarios.forEach(scenario -> byFile.computeIfAbsent(scenario.path(), path -> new ArrayList<>())
                .add(scenario));
        Map<String, List<Feature>> byChapter = new LinkedHashMap<>();
        byFile.forEach((path, ofFile) -> byChapter
                .computeIfAbsent(Chapter.titleOf(path), title -> new ArrayList<>())
                .add(feature(path, ofFile)));
        List<FeatureChapter> chapters = new ArrayList<>();
        byChapter.forEach((title, features) -> chapters.add(new FeatureChapter(title, features)));
        return chapters;
    }

    private static Feature feature(String path, List<CatalogueScenario> scenarios) {
        Map<String, CatalogueScenario> texts = new LinkedHashMap<>();
        scenarios.forEach(scenario -> texts.putIfAbsent(scenario.gherkin(), scenario));
        CatalogueScenario first = scenarios.get(0);
        String page = path.replaceFirst("^features/", "")
                .replaceFirst("\\.feature$", "")
                .replaceAll("[^A-Za-z0-9]+", "-");
        return new Feature(
                first.feature(),
                first.description(),
                path,
                "features/" + page + ".html",
                List.copyOf(texts.values()),
                scenarios.size());
    }
}
