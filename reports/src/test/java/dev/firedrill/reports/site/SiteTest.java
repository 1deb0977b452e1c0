package dev.firedrill.reports.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.model.LossClass;
import dev.firedrill.model.Verdict;
import dev.firedrill.reports.Samples;
import dev.firedrill.reports.result.DisasterReport;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.Evidence;
import dev.firedrill.reports.result.Loss;
import dev.firedrill.reports.result.LossItem;
import dev.firedrill.reports.result.RecoveryTimeObjective;
import dev.firedrill.reports.result.ScenarioResult;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SiteTest {
    private static final String EVIL = "../../<script>alert(1)</script>\"'&災 \u0000\u202E";
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]*)");

    private final Map<String, String> pages = Site.pages(Samples.drill());

    @Test
    void every_link_leads_to_a_page_of_the_site_or_to_evidence() {
        assertThat(pages)
                .allSatisfy((page, text) -> assertThat(links(page, text))
                        .allSatisfy(link -> assertThat(pages.containsKey(link) || link.startsWith("../evidence/"))
                                .as(page + " links to " + link)
                                .isTrue()));
    }

    @Test
    void every_scenario_has_a_page_that_the_index_links_to() {
        assertThat(pages.keySet().stream().filter(page -> page.startsWith("scenarios/")))
                .hasSize(Samples.drill().scenarios().size())
                .allSatisfy(page -> assertThat(index()).contains("href=\"" + page + "\""));
    }

    @Test
    void nothing_asks_the_network_or_runs_a_script() {
        assertThat(pages.values())
                .allSatisfy(
                        text -> assertThat(text).doesNotContain("http://", "https://", "<script", "@import", "url("));
    }

    @Test
    void the_index_tells_verdict_environment_and_proofs() {
        assertThat(index())
                .contains("The recovery did not hold", "66 of 70 scenarios held, 2 violated, 2 inconclusive")
                .contains("○ stand-in", "● real", "1 planned but not run", "features/rescue/rescue.feature:14")
                .contains("✗ got away", "79<span class=\"of\"> / 79</span>", "./firedrill drill --tags");
    }

    @Test
    void a_page_of_a_violated_scenario_begins_with_its_failure() {
        assertThat(page("The cache is rewound"))
                .containsSubsequence("Why it is violated", "a1 is Draft", "The disaster", "Witnesses", "Timeline")
                .contains("R1/published-then-deleted v2", "✗ forbidden", "over the promise", "SHA-256 a3a3");
    }

    @Test
    void a_page_leads_with_object_and_rule_and_not_with_what_a_step_expected() {
        ScenarioResult wrong = Samples.disaster("features/a.feature#Wrong", "Wrong", "@S01")
                .verdict(Verdict.VIOLATED)
                .failure("expected 0/0/8/0 +11, was 0/0/7/0 +11")
                .loss(Loss.of(1, List.of(new LossItem("R1/p v1", LossClass.MUTATED, "a", "b", false, "rule 2: git"))))
                .rto(RecoveryTimeObjective.unmeasured().notReached())
                .repeat("./firedrill drill 'features/a.feature#Wrong'")
                .build();
        Map<String, String> site = Site.pages(Samples.drill().toBuilder()
                .commit("0123456789abcdef-dirty")
                .scenarios(List.of(wrong))
                .build());
        String page = site.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("scenarios/"))
                .findFirst()
                .orElseThrow()
                .getValue();

        assertThat(page)
                .containsSubsequence(
                        "Why it is violated",
                        "<b>R1/p v1</b> is <b class=\"alarm\">mutated</b>: rule 2: git",
                        "expected 0/0/8/0",
                        "not reached",
                        "./firedrill drill &#39;features/a.feature#Wrong&#39;",
                        "0123456789abcdef-dirty");
        assertThat(site.get("index.html"))
                .containsSubsequence(
                        "R1/p v1", "mutated", "Forbidden outcomes", "✗ 1", "1 mutated; 0 lost as the rules");
    }

    @Test
    void where_nothing_was_compared_the_index_says_so() {
        ScenarioResult spared = ScenarioResult.builder("features/a.feature#A", "F", "A")
                .verdict(Verdict.HELD)
                .disaster(new DisasterReport("intact", "intact", "intact", List.of("the orchestrator is killed")))
                .build();
        String index = Site.pages(
                        Samples.drill().toBuilder().scenarios(List.of(spared)).build())
                .getOrDefault("index.html", "");

        assertThat(index)
                .contains("nothing compared", "the orchestrator is killed")
                .doesNotContain("lost as the rules allow", "<span class=\"fate\">intact");
    }

    /** On a narrow screen rows become blocks, and each cell tells what it is by this. */
    @Test
    void every_cell_of_the_overview_says_what_it_is() {
        List<String> row = Pattern.compile("(?s)<tr class=\"scenario .*?</tr>")
                .matcher(index())
                .results()
                .map(MatchResult::group)
                .toList();

        assertThat(row)
                .hasSize(Samples.drill().scenarios().size())
                .allSatisfy(cells -> assertThat(cells)
                        .contains("data-label=\"Disaster\"", "data-label=\"D/P/Pub/Del\"", "data-label=\"Forbidden\"")
                        .doesNotContainPattern("<td(?! data-label)"));
        assertThat(index()).doesNotContainPattern("(?s)class=\"scroll\"[^>]*>\\s*<table class=\"overview\"");
    }

    @Test
    void paragraphs_of_a_feature_are_paragraphs_of_its_page() {
        ScenarioResult told = Samples.disaster(":9", "One", "@S01")
                .description("One that is\nbroken by the file.\n\nAnother.")
                .build();
        DrillResult drill = DrillResult.builder("1", Samples.START, Samples.environment())
                .finishedAt(Samples.START)
                .planned(List.of(told.id()))
                .scenarios(List.of(told))
                .verdict(Verdict.HELD)
                .build();

        assertThat(Site.pages(drill).values())
                .anySatisfy(
                        text -> assertThat(text).contains("<p>One that is\nbroken by the file.</p><p>Another.</p>"));
    }

    @Test
    void hostile_text_stays_text() {
        Map<String, String> hostile = Site.pages(hostile());

        assertThat(hostile.values()).allSatisfy(text -> assertThat(text).doesNotContain("<script"));
        assertThat(hostile.get("index.html")).contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;災");
    }

    @Test
    void hostile_names_do_not_leave_the_folder() {
        assertThat(Site.pages(hostile()).keySet())
                .allMatch(page -> page.matches("(scenarios/)?[a-z0-9-]+\\.(html|css)"));
    }

    @Test
    void evidence_outside_the_folder_is_named_but_not_linked() {
        assertThat(EvidenceLink.of(new Evidence("../../etc/passwd", "x", null)).href())
                .isNull();
        assertThat(EvidenceLink.of(new Evidence("/etc/passwd", "x", null)).href())
                .isNull();
        assertThat(EvidenceLink.of(new Evidence("javascript:alert(1)", "x", null))
                        .href())
                .isEqualTo("../../javascript%3Aalert%281%29");
        assertThat(EvidenceLink.of(new Evidence("evidence/a b.log", "x", null)).href())
                .isEqualTo("../../evidence/a%20b.log");
    }

    @Test
    void long_lists_are_folded_and_forbidden_ones_are_not() {
        assertThat(LossGroup.of(Samples.allowed(0, 40)).get(0).open()).isFalse();
        assertThat(LossGroup.of(Samples.allowed(0, 9)).get(0).open()).isTrue();

        List<LossItem> items = new ArrayList<>(Samples.allowed(0, 40).items());
        items.add(new LossItem("o", LossClass.LOST_FORBIDDEN, "", "", false, ""));
        assertThat(LossGroup.of(Loss.of(0, items))).extracting(LossGroup::open).containsExactly(true, false);
    }

    @Test
    void a_drill_without_a_matrix_has_no_page_for_it() {
        DrillResult five =
                Samples.drill().toBuilder().scenarios(Samples.fiveDisasters()).build();

        assertThat(Site.pages(five)).doesNotContainKey("matrix.html");
        assertThat(Site.pages(five).get("index.html")).doesNotContain("matrix.html");
    }

    @Test
    void a_drill_in_which_nothing_ran_is_shown_too() {
        DrillResult empty =
                DrillResult.builder("d", Samples.START, Samples.environment()).build();

        assertThat(Site.pages(empty).get("index.html")).contains("The drill proves nothing yet", "cut short");
    }

    private String index() {
        return pages.getOrDefault("index.html", "");
    }

    private String page(String title) {
        return pages.values().stream()
                .filter(text -> text.contains("<title>" + title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> links(String page, String text) {
        return LINK.matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(link -> !link.isEmpty() && !link.equals("data:,"))
                .map(link -> URI.create(page).resolve(link).toString())
                .toList();
    }

    private static DrillResult hostile() {
        ScenarioResult evil = ScenarioResult.builder(EVIL + ":1", EVIL, EVIL)
                .rule(EVIL)
                .tags(List.of("@" + EVIL))
                .verdict(Verdict.VIOLATED)
                .failure(EVIL)
                .gherkin(EVIL)
                .description(EVIL)
                .loss(Loss.of(1, List.of(new LossItem(EVIL, LossClass.GHOST, EVIL, EVIL, false, EVIL))))
                .evidence(List.of(new Evidence(EVIL, EVIL, null)))
                .build();
        return DrillResult.builder(EVIL, Samples.START, Samples.environment())
                .command(EVIL)
                .notes(List.of(EVIL))
                .planned(List.of(EVIL))
                .versions(Map.of(EVIL, EVIL))
                .scenarios(List.of(evil, evil))
                .build();
    }
}
