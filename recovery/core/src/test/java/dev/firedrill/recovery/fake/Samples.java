package dev.firedrill.recovery.fake;

import dev.firedrill.recovery.model.Repository;
import java.util.Map;
import java.util.Optional;

/** Objects that tests need again and again. */
public final class Samples {
    public static final String NAMESPACE = "demo";

    private Samples() {}

    public static Repository repository(String name) {
        return repository(name, "uid-of-" + name, "{}");
    }

    /** A Repository of this identity, with its object as the API returned it. */
    public static Repository repository(String name, String uid, String json) {
        return new Repository(
                NAMESPACE,
                name,
                uid,
                1,
                false,
                "http://git.example.org/" + name + ".git",
                "main",
                false,
                "",
                Optional.empty(),
                name.startsWith("edge"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                json);
    }
}
