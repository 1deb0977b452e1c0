package dev.firedrill.recovery.sets.restore;

import java.util.List;

/**
 * What became of one member.
 *
 * @param alias the member
 * @param restored whether it was written; otherwise it was there already
 * @param validated whether the store, read back, is what the set says
 * @param remarks what a person should know, differences included
 */
public record RestoreOutcome(String alias, boolean restored, boolean validated, List<String> remarks) {}
