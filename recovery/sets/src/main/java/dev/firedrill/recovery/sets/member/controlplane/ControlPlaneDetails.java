package dev.firedrill.recovery.sets.member.controlplane;

import java.util.List;

/**
 * The details of a control plane member.
 *
 * @param namespace the only one that was read; empty for all
 * @param kinds that were read
 * @param absent kinds of Porch that the server did not know
 * @param secrets names of the Secrets that the objects refer to, {@code namespace/name}
 * @param withSecrets whether those Secrets are among the objects
 * @param objects path of the objects, one a line, as the server wrote them
 * @param declared path of the objects as a list that kubectl applies, without what a server gives them
 */
public record ControlPlaneDetails(
        String namespace,
        List<KindRecord> kinds,
        List<String> absent,
        List<String> secrets,
        boolean withSecrets,
        String objects,
        String declared) {
    /**
     * A kind.
     *
     * @param kind which
     * @param count how many objects
     * @param resourceVersion of the list, for whoever has the server's history
     */
    public record KindRecord(ObjectKind kind, int count, String resourceVersion) {}
}
