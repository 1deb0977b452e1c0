package dev.firedrill.environments.interlock;

import java.util.List;
import java.util.Optional;

/** A store as the interlock sees it. Every call goes to the store; nothing is remembered. */
public interface MarkedStore {
    /** Which store it is, in words that tell it from others, without secrets. */
    String title();

    /** What is planted in it. */
    Optional<String> marker();

    /** What is in it that is neither the marker nor what every empty store of its kind has; in words, a few will do. */
    List<String> foreign();

    /** Writes the marker, in the place of one that is there. */
    void plant(String text);

    /** Removes everything that is in it except the marker. */
    void wipe();

    /** How a person removes the marker and all that drills left, continuing the words "to clear it by hand, ". */
    String byHand();
}
