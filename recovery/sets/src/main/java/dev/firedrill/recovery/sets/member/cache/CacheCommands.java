package dev.firedrill.recovery.sets.member.cache;

import dev.firedrill.recovery.sets.member.Shell;
import dev.firedrill.recovery.sets.member.cache.CacheDetails.TableRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** How psql alone restores a package cache, in one transaction. */
final class CacheCommands {
    private CacheCommands() {}

    static List<String> restoring(CacheDetails details, UnaryOperator<String> relative) {
        List<String> lines = new ArrayList<>();
        lines.add("# From PostgreSQL " + details.serverVersion() + ".");
        lines.add("{");
        lines.add("    echo 'BEGIN;'");
        for (String setting : CacheDatabase.SETTINGS) {
            lines.add("    echo " + Shell.quoted(setting + ";"));
        }
        lines.add("    plain " + relative.apply(details.before()));
        for (TableRecord table : details.tables()) {
            lines.add("    printf '%s\\n' " + Shell.quoted(table.definition().copyIn() + ";"));
            lines.add("    plain " + relative.apply(table.rows()));
            lines.add("    printf '\\\\.\\n'");
        }
        lines.add("    plain " + relative.apply(details.after()));
        lines.add("    echo 'COMMIT;'");
        lines.add("} | psql -X -q -v ON_ERROR_STOP=1 > /dev/null");
        return lines;
    }
}
