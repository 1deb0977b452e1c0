package dev.firedrill.recovery.sets.restore;

import dev.firedrill.recovery.sets.codec.Identities;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.member.MemberTarget;
import java.util.Map;
import java.util.Set;

/**
 * What to restore.
 *
 * @param place the set
 * @param targets where members go, by alias; members without a target are left alone
 * @param replace the aliases whose targets may lose what is in them
 * @param identities what opens the artefacts
 */
public record RestoreRequest(
        SetPlace place, Map<String, MemberTarget> targets, Set<String> replace, Identities identities) {}
