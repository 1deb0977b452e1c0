package dev.firedrill.scenarios.options;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user promises of each disaster. A file has a line a promise: to whom it applies, then what is promised.
 *
 * <pre>
 * # to whom                          what
 * *                                  rpo=5m,rto=10m
 * {@literal @}S01 or {@literal @}S02                       rto=30m
 * features/disasters/3-restart.feature  rpo=0s
 * </pre>
 *
 * <p>To whom: {@code *} for all, a tag expression, or the path of a feature, of a folder or the id of a scenario. Of several
 * lines that apply, the last one that speaks of an objective counts for it. What no line speaks of is not promised.
 */
public final class Promises {
    /** Nothing is promised. */
    public static final Promises NONE = new Promises(List.of());

    private static final Pattern LINE = Pattern.compile("(.*?)\\s*((?:rpo|rto)\\s*=.*)");

    private final List<Line> lines;

    private record Line(String place, String whom, Promise promise) {
        boolean appliesTo(PlannedScenario scenario) {
            if (whom.equals("*")) {
                return true;
            }
            if (whom.startsWith("features")) {
                String id = scenario.id();
                return id.equals(whom) || id.startsWith(whom + "#") || id.startsWith(whom.replaceFirst("/*$", "/"));
            }
            Expression tags = TagExpressionParser.parse(whom);
            return tags.evaluate(scenario.tags());
        }
    }

    private Promises(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * Reads what a user gave with {@code --promise}: {@code rpo=5m,rto=10m} for every disaster, or the name of a file.
     *
     * @throws IllegalArgumentException when it is neither; the message is a sentence for the user
     */
    public static Promises parse(String given) {
        if (Promise.isMeant(given)) {
            return new Promises(List.of(line("--promise " + given, given)));
        }
        try {
            return ofFile(Path.of(given));
        } catch (IOException | InvalidPathException unreadable) {
            throw new IllegalArgumentException(
                    "--promise " + given + ": give rpo=5m,rto=10m, or a file that can be read, with a line a disaster",
                    unreadable);
        }
    }

    private static Promises ofFile(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String text : Files.readAllLines(file)) {
            number++;
            String bare = text.replaceFirst("(^|\\s)#.*", "").strip();
            if (!bare.isEmpty()) {
                lines.add(line(file + ":" + number, bare));
            }
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("--promise " + file + ": nothing is promised in it");
        }
        return new Promises(lines);
    }

    private static Line line(String place, String text) {
        Matcher parts = LINE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    place + ": say to whom it applies and what is promised, such as '@S01 rpo=5m,rto=10m'");
        }
        String whom = parts.group(1).isEmpty() ? "*" : parts.group(1);
        try {
            if (!whom.equals("*") && !whom.startsWith("features")) {
                TagExpressionParser.parse(whom);
            }
            return new Line(place, whom, Promise.parse(parts.group(2)));
        } catch (TagExpressionException noTags) {
            throw new IllegalArgumentException(
                    place + ": '" + whom + "' is neither *, a tag expression nor a path that begins with features/",
                    noTags);
        } catch (IllegalArgumentException noPromise) {
            throw new IllegalArgumentException(place + ": " + noPromise.getMessage(), noPromise);
        }
    }

    /** What is promised of a scenario. */
    public Promise of(PlannedScenario scenario) {
        return lines.stream()
                .filter(line -> line.appliesTo(scenario))
                .map(Line::promise)
                .reduce(Promise.NONE, Promise::overriddenBy);
    }

    /** The lines that apply to none of the scenarios, which may be a slip of the pen. */
    public List<String> idle(Collection<PlannedScenario> planned) {
        return lines.stream()
                .filter(line -> planned.stream().noneMatch(line::appliesTo))
                .map(line -> line.place() + ": '" + line.whom() + "' applies to no scenario of this drill")
                .toList();
    }
}
