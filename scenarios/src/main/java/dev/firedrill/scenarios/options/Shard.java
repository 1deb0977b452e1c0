package dev.firedrill.scenarios.options;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The part of a drill that one of several machines runs. Every machine plans the whole drill and runs each n-th scenario
 * of it, so that neighbours, which take equally long, are spread, and whoever merges the parts sees which one is missing.
 *
 * @param part which one, from 1
 * @param parts of how many
 */
public record Shard(int part, int parts) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

    /** The whole drill. */
    public static final Shard ALL = new Shard(1, 1);

    public Shard {
        if (part < 1 || part > parts) {
            throw new IllegalArgumentException("there is no part " + part + " of " + parts);
        }
    }

    /** Reads {@code 2/5}: the second part of five; empty when the text says nothing of the kind. */
    public static Optional<Shard> parse(String text) {
        Matcher said = TEXT.matcher(text);
        if (!said.matches()) {
            return Optional.empty();
        }
        int part = Integer.parseInt(said.group(1));
        int parts = Integer.parseInt(said.group(2));
        return part < 1 || part > parts ? Optional.empty() : Optional.of(new Shard(part, parts));
    }

    /** This part of the planned scenarios. */
    public List<String> of(List<String> planned) {
        return IntStream.range(0, planned.size())
                .filter(index -> index % parts == part - 1)
                .mapToObj(planned::get)
                .toList();
    }

    @Override
    public String toString() {
        return part + "/" + parts;
    }
}
