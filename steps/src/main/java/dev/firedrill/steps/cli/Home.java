package dev.firedrill.steps.cli;

import java.nio.file.Path;

/** The folder of the checkout, as the launcher says; without a launcher, the present folder. */
final class Home {
    private Home() {}

    static Path folder() {
        return Path.of(System.getProperty("firedrill.home", ""))
                .toAbsolutePath()
                .normalize();
    }
}
