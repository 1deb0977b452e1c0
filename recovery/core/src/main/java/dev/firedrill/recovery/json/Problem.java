package dev.firedrill.recovery.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a pass could not do, apart from what a person can do about it. Every failure in this program is one sentence, in which
 * the last semicolon stands between the two: "git repository … does not exist on its server; restore it or correct
 * spec.git.repo." A failure without a remedy has no semicolon.
 */
public final class Problem {
    private static final String BETWEEN = "; ";

    private final String sentence;
    private final int end;

    private Problem(String sentence) {
        this.sentence = sentence;
        this.end = sentence.lastIndexOf(BETWEEN);
    }

    /** Reads a failure's sentence. */
    public static Problem of(String sentence) {
        return new Problem(sentence);
    }

    /** What is wrong, without the full stop. */
    public String message() {
        return withoutStop(end < 0 ? sentence : sentence.substring(0, end));
    }

    /** What to do about it, without the full stop. */
    public Optional<String> hint() {
        return end < 0 ? Optional.empty() : Optional.of(withoutStop(sentence.substring(end + BETWEEN.length())));
    }

    /** Puts each failure into {@code array} as an object of {@code message} and, where there is one, {@code hint}. */
    public static void write(List<String> sentences, ArrayNode array) {
        for (String sentence : sentences) {
            Problem problem = of(sentence);
            ObjectNode node = array.addObject().put("message", problem.message());
            problem.hint().ifPresent(hint -> node.put("hint", hint));
        }
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
