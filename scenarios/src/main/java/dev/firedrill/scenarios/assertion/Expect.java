package dev.firedrill.scenarios.assertion;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** One claim of a scenario; its failure says what was claimed of what, and what was seen, difference by difference. */
public final class Expect {
    private static final int MOST = 20;

    private final String what;

    private Expect(String what) {
        this.what = what;
    }

    public static Expect claim(String what) {
        return new Expect(what);
    }

    public void isEqual(Object seen, Object wanted) {
        if (!seen.equals(wanted)) {
            throw new AssertionError(what + ": expected " + wanted + ", but it is " + seen);
        }
    }

    /** Rows compared without their order. */
    public void isSame(List<List<String>> seen, List<List<String>> wanted) {
        Map<String, Object> is = new TreeMap<>();
        seen.forEach(row -> is.put(String.join(" | ", row), ""));
        Map<String, Object> should = new TreeMap<>();
        wanted.forEach(row -> should.put(String.join(" | ", row), ""));
        isSame(is, should);
    }

    public <T extends Comparable<T>> void isSame(Collection<T> seen, Collection<T> wanted) {
        Map<T, Object> is = new TreeMap<>();
        seen.forEach(one -> is.put(one, ""));
        Map<T, Object> should = new TreeMap<>();
        wanted.forEach(one -> should.put(one, ""));
        isSame(is, should);
    }

    public <K extends Comparable<K>, V> void isSame(Map<K, V> seen, Map<K, V> wanted) {
        if (seen.equals(wanted)) {
            return;
        }
        TreeSet<K> all = new TreeSet<>(seen.keySet());
        all.addAll(wanted.keySet());
        List<String> differences = all.stream()
                .filter(key -> !Objects.equals(seen.get(key), wanted.get(key)))
                .map(key -> difference(key, seen, wanted))
                .toList();
        String shown = String.join("\n  ", differences.subList(0, Math.min(MOST, differences.size())));
        String more = differences.size() > MOST ? "\n  and " + (differences.size() - MOST) + " more" : "";
        throw new AssertionError(what + ":\n  " + shown + more);
    }

    public void contains(Collection<String> seen, String wanted) {
        if (!seen.contains(wanted)) {
            throw new AssertionError(what + ": expected '" + wanted + "' among them, but they are " + seen);
        }
    }

    public void mentions(String seen, String word) {
        if (!seen.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT))) {
            throw new AssertionError(what + ": expected it to speak of '" + word + "', but it says: " + seen);
        }
    }

    private static <K, V> String difference(K key, Map<K, V> seen, Map<K, V> wanted) {
        if (!seen.containsKey(key)) {
            return "missing: " + key + value(wanted.get(key));
        }
        return wanted.containsKey(key)
                ? key + ": expected" + value(wanted.get(key)) + ", but it is" + value(seen.get(key))
                : "not expected: " + key + value(seen.get(key));
    }

    private static String value(Object value) {
        return value.toString().isEmpty() ? "" : " " + value;
    }
}
