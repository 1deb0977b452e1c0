package dev.firedrill.cli;

import java.nio.file.Path;

/** The folder of the checkout, as the launcher says; without a launcher, the present folder. */
public final class Home {
    private Home() {}

    public static Path folder() {
        return Path.of(System.getProperty("firedrill.home", ""))
                .toAbsolutePath()
                .normalize();
    }
}
