package dev.firedrill.reports.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.firedrill.model.LossClass;
import java.util.Objects;

/**
 * What became of one object that did not simply survive.
 *
 * @param object the object's name
 * @param lossClass what became of it
 * @param was its state at the disaster, in words
 * @param is its state after the recovery, in words
 * @param allowed whether the rules allow it
 * @param why the rule, or the reason, in a sentence
 */
@JsonPropertyOrder({"object", "class", "was", "is", "allowed", "why"})
public record LossItem(
        String object, @JsonProperty("class") LossClass lossClass, String was, String is, boolean allowed, String why) {
    public LossItem {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(lossClass, "class");
        Objects.requireNonNull(was, "was");
        Objects.requireNonNull(is, "is");
        Objects.requireNonNull(why, "why");
    }
}
