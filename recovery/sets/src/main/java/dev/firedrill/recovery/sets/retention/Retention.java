package dev.firedrill.recovery.sets.retention;

import dev.firedrill.recovery.sets.format.RootId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Decides which complete sets of a batch stay: a pure function of their ids, the policy and the time. */
public final class Retention {
    private final RetentionPolicy policy;

    /** By a policy. */
    public Retention(RetentionPolicy policy) {
        this.policy = policy;
    }

    /**
     * Which sets stay, and why.
     *
     * @param complete the complete sets of one batch
     * @param now the time
     * @return the reason by set, the newest first
     */
    public Map<RootId, String> kept(List<RootId> complete, Instant now) {
        List<RootId> newestFirst = new ArrayList<>(complete);
        newestFirst.sort(Comparator.reverseOrder());
        Map<RootId, String> kept = new LinkedHashMap<>();
        newestFirst.stream().limit(1).forEach(root -> kept.put(root, "newest"));
        newestFirst.stream().limit(policy.last()).forEach(root -> kept.putIfAbsent(root, "last"));
        newestFirst.stream()
                .filter(root -> !root.begun().isBefore(now.minus(policy.within())))
                .forEach(root -> kept.putIfAbsent(root, "within"));
        keepEach(newestFirst, kept, "hourly", policy.hourly(), time -> time.toLocalDate() + "T" + time.getHour());
        keepEach(
                newestFirst,
                kept,
                "daily",
                policy.daily(),
                time -> time.toLocalDate().toString());
        keepEach(newestFirst, kept, "weekly", policy.weekly(), Retention::week);
        keepEach(newestFirst, kept, "monthly", policy.monthly(), time -> time.getYear() + "-" + time.getMonth());
        keepEach(newestFirst, kept, "yearly", policy.yearly(), time -> String.valueOf(time.getYear()));
        return kept;
    }

    private static void keepEach(
            List<RootId> newestFirst,
            Map<RootId, String> kept,
            String reason,
            int count,
            Function<LocalDateTime, String> period) {
        Set<String> seen = new HashSet<>();
        for (RootId root : newestFirst) {
            boolean first = seen.add(period.apply(LocalDateTime.ofInstant(root.begun(), ZoneOffset.UTC)));
            if (first && seen.size() <= count) {
                kept.putIfAbsent(root, reason);
            }
        }
    }

    private static String week(LocalDateTime time) {
        return time.get(IsoFields.WEEK_BASED_YEAR) + "-" + time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }
}
