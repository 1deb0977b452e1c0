package dev.firedrill.recovery.sets.verify;

import dev.firedrill.recovery.sets.format.Manifest;
import dev.firedrill.recovery.sets.format.MemberMetadata;
import dev.firedrill.recovery.sets.format.SetPlace;
import java.util.List;
import java.util.Optional;

/**
 * A set every byte of which was proven.
 *
 * @param place where it is
 * @param manifest what closes it
 * @param rootHash of the manifest
 * @param members those that are in it, in the order in which they were taken
 * @param files how many files it has, those of other sets that it refers to included
 * @param bytes how large they are together, as stored
 */
public record VerifiedSet(
        SetPlace place, Manifest manifest, String rootHash, List<MemberMetadata> members, int files, long bytes) {
    /** The member with that alias. */
    public Optional<MemberMetadata> member(String alias) {
        return members.stream().filter(member -> member.alias().equals(alias)).findFirst();
    }
}
