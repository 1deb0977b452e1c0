package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonValue;

/** Tells Jackson to write an enum of the vocabulary by its text; the vocabulary itself knows no Jackson. */
interface WrittenAsText {
    @JsonValue
    String text();
}
