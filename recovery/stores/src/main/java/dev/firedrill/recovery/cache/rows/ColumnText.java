package dev.firedrill.recovery.cache.rows;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.port.CacheRefused;
import java.nio.charset.StandardCharsets;

/** PostgreSQL's text columns hold every character but NUL, and only whole characters. */
public final class ColumnText {
    private ColumnText() {}

    static void check(CachedRevision revision) {
        String name = revision.name().toString();
        check(name, "the name of package revision " + name);
        revision.content().files().forEach((path, text) -> {
            check(path, "a file name in package revision " + name);
            if (path.isEmpty()) {
                throw new CacheRefused("a file of package revision " + name + " has no name.");
            }
            check(text, "file '" + path + "' of package revision " + name);
        });
    }

    private static void check(String text, String what) {
        if (text.indexOf('\0') >= 0) {
            throw new CacheRefused(what + " holds a NUL character, which the package cache cannot store; remove it.");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new CacheRefused(what + " is not valid text; write it in UTF-8.");
        }
    }
}
