package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Something that a scenario claims and that was not claimed of this system, which has no way to show it.
 *
 * @param claim what was not claimed, as a sentence
 * @param ability the ability that the system lacks
 */
@JsonPropertyOrder({"claim", "ability"})
public record NotClaimed(String claim, String ability) {}
