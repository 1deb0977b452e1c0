package dev.firedrill.steps.rehearsal;

import dev.firedrill.vocabulary.LaboratoryBroken;
import java.util.Optional;

/** What an operator does about package revisions that were set aside or taken out. */
public final class Salvage {
    private final Telling telling;
    private Optional<Homecoming> homecoming = Optional.empty();
    private Optional<RestorationWindow> window = Optional.empty();

    Salvage(Telling telling) {
        this.telling = telling;
    }

    /** Brings everything back that was taken out. */
    public void bringBack() {
        homecoming = Optional.of(Homecoming.of(telling));
    }

    /** What came back. */
    public Homecoming homecoming() {
        return homecoming.orElseThrow(() -> new LaboratoryBroken("Nothing was brought back in this scenario"));
    }

    /** The restoration window as it is now, or as it was closed. */
    public RestorationWindow window() {
        if (window.isEmpty()) {
            window = Optional.of(new RestorationWindow(telling));
        }
        return window.get();
    }
}
