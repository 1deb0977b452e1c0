package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonValue;

/** Tells Jackson to write an enum of the model by its text; the model itself knows no Jackson. */
interface WrittenAsText {
    @JsonValue
    String text();
}
