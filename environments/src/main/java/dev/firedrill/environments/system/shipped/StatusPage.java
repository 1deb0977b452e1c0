package dev.firedrill.environments.system.shipped;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import dev.firedrill.environments.role.system.ExplainsObstacles.Obstacle;
import dev.firedrill.model.SystemStatement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What our orchestrator says of itself at {@code /status}. A real Porch has no such page.
 *
 * @param pass the last complete pass
 * @param repositories every Repository with its condition
 * @param variants every PackageVariant with its conditions
 * @param quarantined repositories whose rows are kept out of sight, with their number
 * @param awaitingConfirmation removals that somebody has to confirm
 * @param rescued the names of what alignment took out and kept aside
 * @param problems what it could not do
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record StatusPage(
        @Nullable Pass pass,
        @Nullable List<Repository> repositories,
        @Nullable List<Variant> variants,
        @Nullable List<Quarantine> quarantined,
        @Nullable List<Awaiting> awaitingConfirmation,
        @Nullable List<JsonNode> rescued,
        @Nullable List<Problem> problems) {
    /** The last complete pass. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Pass(
            long number,
            @Nullable String startedAt,
            @Nullable String completedAt,
            boolean changed) {}

    /** One Repository's condition. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Repository(String name, boolean ready, @Nullable String message) {}

    /** One PackageVariant's conditions. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Variant(
            String name,
            boolean ready,
            boolean stalled,
            @Nullable String message) {}

    /** Rows of an absent Repository. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Quarantine(String repository, int rows) {}

    /** A removal that waits for a yes. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Awaiting(String repository, @Nullable String token, int count) {}

    /** Something that it could not do, and what to do about it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Problem(String message, @Nullable String hint) {}

    StatusPage {
        repositories = orEmpty(repositories);
        variants = orEmpty(variants);
        quarantined = orEmpty(quarantined);
        awaitingConfirmation = orEmpty(awaitingConfirmation);
        rescued = orEmpty(rescued);
        problems = orEmpty(problems);
    }

    /** The same in the words that all systems share. */
    SystemStatement statement() {
        return new SystemStatement(
                repositories.stream()
                        .map(one ->
                                new SystemStatement.RepositoryReadiness(one.name(), one.ready(), text(one.message())))
                        .toList(),
                variants.stream()
                        .map(one -> new SystemStatement.VariantReadiness(
                                one.name(), one.ready(), one.stalled(), text(one.message())))
                        .toList(),
                Optional.of(quarantined.stream()
                        .map(one -> new SystemStatement.Quarantined(one.repository(), one.rows()))
                        .toList()),
                Optional.of(awaitingConfirmation.stream()
                        .map(one -> new SystemStatement.Removal(one.repository(), text(one.token()), one.count()))
                        .toList()),
                Optional.of(rescued.stream().map(JsonNode::asText).toList()));
    }

    /** What is in its way. */
    List<Obstacle> obstacles() {
        return problems.stream()
                .map(problem -> new Obstacle(problem.message(), Optional.ofNullable(problem.hint())))
                .toList();
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
