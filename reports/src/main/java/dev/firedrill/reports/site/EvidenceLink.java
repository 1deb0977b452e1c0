package dev.firedrill.reports.site;

import dev.firedrill.reports.result.Evidence;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of evidence on a scenario's page.
 *
 * @param evidence the file
 * @param href where it lies, seen from the page; null when its path leads out of the drill's folder, so that the page
 *     names it without leading there
 */
record EvidenceLink(Evidence evidence, @Nullable String href) {
    static EvidenceLink of(Evidence evidence) {
        String path = evidence.path();
        List<String> parts = List.of(path.split("/", -1));
        boolean climbs = parts.contains("..") || parts.contains("") || path.contains("\\");
        return new EvidenceLink(evidence, climbs ? null : "../../" + encoded(parts.stream()));
    }

    private static String encoded(Stream<String> parts) {
        return parts.map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
