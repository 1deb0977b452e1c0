package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.format.KeyNames;
import dev.firedrill.recovery.sets.format.RootId;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.problem.SetRefused;
import dev.firedrill.recovery.sets.status.SetListing;
import dev.firedrill.recovery.sets.status.SetState;
import java.util.List;

/** Finds the set that a user means: {@code BATCH/ID}, or {@code BATCH} for its newest complete set. */
final class Chosen {
    private Chosen() {}

    static SetPlace set(SetListing listing, String text) {
        String[] parts = text.split("/", -1);
        if (parts.length > 2 || !KeyNames.isName(parts[0])) {
            throw wrong(text);
        }
        if (parts.length == 2) {
            return new SetPlace(parts[0], RootId.parse(parts[1]).orElseThrow(() -> wrong(text)));
        }
        List<SetPlace> complete = listing.places(parts[0]).stream()
                .filter(place -> listing.summary(place).state() == SetState.COMPLETED)
                .toList();
        if (complete.isEmpty()) {
            throw new SetRefused("the batch '" + parts[0] + "' has no complete set; see 'backup list'");
        }
        return complete.get(complete.size() - 1);
    }

    private static SetRefused wrong(String text) {
        return new SetRefused(
                "'" + text + "' names no set; say BATCH/ID as 'backup list' prints it, or BATCH for its newest");
    }
}
