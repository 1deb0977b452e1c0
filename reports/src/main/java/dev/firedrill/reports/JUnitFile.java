package dev.firedrill.reports;

import dev.firedrill.model.Verdict;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.Forbidden;
import dev.firedrill.reports.result.ScenarioResult;
import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * {@code junit.xml}, as continuous integration reads it: a suite a feature, a case a scenario. A violated scenario is a
 * failure, an inconclusive one an error, and so is one that was planned and has no result; one that does not apply to the
 * system is skipped.
 */
final class JUnitFile {
    static final String NAME = "junit.xml";

    private final XMLStreamWriter xml;

    private JUnitFile(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** The file's text. */
    static String text(DrillResult drill) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new JUnitFile(xml).write(drill);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("drill " + drill.drill() + " cannot be written as XML", e);
        }
        return text + "\n";
    }

    private void write(DrillResult drill) throws XMLStreamException {
        Map<String, List<ScenarioResult>> suites = drill.scenarios().stream()
                .collect(Collectors.groupingBy(ScenarioResult::feature, LinkedHashMap::new, Collectors.toList()));
        Set<String> ran = drill.scenarios().stream().map(ScenarioResult::id).collect(Collectors.toSet());
        List<String> absent =
                drill.planned().stream().filter(id -> !ran.contains(id)).toList();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        attribute("name", "Firedrill " + drill.drill());
        for (Map.Entry<String, List<ScenarioResult>> suite : suites.entrySet()) {
            write(suite.getKey(), suite.getValue());
        }
        if (!absent.isEmpty()) {
            writeAbsent(absent);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(String feature, List<ScenarioResult> scenarios) throws XMLStreamException {
        Duration took = scenarios.stream().map(JUnitFile::duration).reduce(Duration.ZERO, Duration::plus);
        startSuite(
                feature, scenarios.size(), count(scenarios, Verdict.VIOLATED), count(scenarios, Verdict.INCONCLUSIVE));
        attribute("skipped", String.valueOf(count(scenarios, Verdict.NOT_APPLICABLE)));
        attribute("time", seconds(took));
        for (ScenarioResult scenario : scenarios) {
            startCase(scenario.id(), scenario.name());
            attribute("time", seconds(duration(scenario)));
            if (scenario.verdict() != Verdict.HELD) {
                problem(element(scenario.verdict()), reason(scenario));
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String element(Verdict verdict) {
        return switch (verdict) {
            case VIOLATED -> "failure";
            case NOT_APPLICABLE -> "skipped";
            default -> "error";
        };
    }

    private static String reason(ScenarioResult scenario) {
        Stream<String> forbidden = Forbidden.in(scenario).stream().map(Forbidden::sentence);
        Stream<String> more = Stream.of(
                Objects.requireNonNullElse(scenario.failure(), "no reason given"),
                "To repeat it: " + Objects.requireNonNullElse(scenario.repeat(), "unknown"));
        return Stream.concat(forbidden, more).collect(Collectors.joining("\n"));
    }

    private void writeAbsent(List<String> absent) throws XMLStreamException {
        startSuite("Planned and not run", absent.size(), 0, absent.size());
        for (String id : absent) {
            startCase(id, id);
            problem("error", "The scenario was planned and has no result.");
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void startSuite(String name, int tests, long failures, long errors) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        attribute("name", name);
        attribute("tests", String.valueOf(tests));
        attribute("failures", String.valueOf(failures));
        attribute("errors", String.valueOf(errors));
    }

    private void startCase(String id, String name) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", id.replaceFirst("\\.feature.*$", "").replace('/', '.'));
        attribute("name", name);
    }

    private void problem(String kind, String text) throws XMLStreamException {
        xml.writeStartElement(kind);
        attribute("message", text.lines().findFirst().orElse(""));
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, allowed(value));
    }

    private static long count(List<ScenarioResult> scenarios, Verdict verdict) {
        return scenarios.stream()
                .filter(scenario -> scenario.verdict() == verdict)
                .count();
    }

    private static Duration duration(ScenarioResult scenario) {
        return Objects.requireNonNullElse(scenario.duration(), Duration.ZERO);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }

    /** XML 1.0 has no way to write most control characters, not even escaped. */
    private static String allowed(String text) {
        return text.codePoints()
                .map(point -> isAllowed(point) ? point : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
