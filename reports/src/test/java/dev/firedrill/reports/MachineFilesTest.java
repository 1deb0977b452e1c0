package dev.firedrill.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.DrillResult;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The files for continuous integration and for monitoring. */
class MachineFilesTest {
    @Test
    void junit_tells_every_scenario_and_what_never_ran() throws Exception {
        DrillResult drill = Samples.drill();
        List<String> planned = new ArrayList<>(drill.planned());
        planned.add("features/a.feature#Never ran");

        Document xml = parse(JUnitFile.text(drill.toBuilder().planned(planned).build()));

        assertThat(xml.getElementsByTagName("testcase").getLength())
                .isEqualTo(drill.scenarios().size() + absent(drill) + 1);
        assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(count(drill, Verdict.VIOLATED));
        assertThat(xml.getElementsByTagName("error").getLength())
                .isEqualTo(count(drill, Verdict.INCONCLUSIVE) + absent(drill) + 1);
    }

    @Test
    void junit_survives_what_xml_cannot_hold() throws Exception {
        DrillResult drill = Samples.drill();
        DrillResult evil = drill.toBuilder()
                .scenarios(List.of(drill.scenarios().get(0).toBuilder()
                        .verdict(Verdict.VIOLATED)
                        .failure("\u0000\u001b]]> <x> & \ud800 \"\nsecond")
                        .build()))
                .build();

        Element failure = (Element)
                parse(JUnitFile.text(evil)).getElementsByTagName("failure").item(0);

        assertThat(failure.getTextContent()).contains("]]> <x> &", "second");
    }

    @Test
    void metrics_are_samples_with_a_type_each() {
        List<String> lines = MetricsFile.text(Samples.drill()).lines().toList();

        assertThat(lines)
                .filteredOn(line -> !line.startsWith("#"))
                .allSatisfy(line ->
                        assertThat(line).matches("[a-z_]+(\\{([a-z]+=\"([^\"\\\\]|\\\\.)*\",?)+})? -?\\d+(\\.\\d+)?"));
        assertThat(lines).contains("firedrill_drill_verdict{verdict=\"violated\"} 1");
    }

    private static long absent(DrillResult drill) {
        List<String> ran =
                drill.scenarios().stream().map(scenario -> scenario.id()).toList();
        return drill.planned().stream().filter(id -> !ran.contains(id)).count();
    }

    private static int count(DrillResult drill, Verdict verdict) {
        return (int) drill.scenarios().stream()
                .filter(scenario -> scenario.verdict() == verdict)
                .count();
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }
}
