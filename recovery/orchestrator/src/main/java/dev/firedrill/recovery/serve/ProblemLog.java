package dev.firedrill.recovery.serve;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says each problem once when it comes and once when it goes, however many passes it lasts. */
final class ProblemLog {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemLog.class);

    private final Set<String> known = new HashSet<>();

    void now(List<String> problems) {
        for (String problem : problems) {
            if (known.add(problem)) {
                LOG.warn("{}", problem);
            }
        }
        known.removeIf(problem -> {
            boolean over = !problems.contains(problem);
            if (over) {
                LOG.info("over: {}", problem);
            }
            return over;
        });
    }
}
