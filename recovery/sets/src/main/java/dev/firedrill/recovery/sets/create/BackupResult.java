package dev.firedrill.recovery.sets.create;

import dev.firedrill.recovery.sets.format.Manifest;
import dev.firedrill.recovery.sets.format.SetPlace;
import java.util.List;

/**
 * A set that was closed.
 *
 * @param place where it is
 * @param rootHash what to keep: every byte of the set follows from it
 * @param manifest what closed it
 * @param cleaned sets that somebody had left unfinished, and that were removed before this one was begun
 */
public record BackupResult(SetPlace place, String rootHash, Manifest manifest, List<SetPlace> cleaned) {}
