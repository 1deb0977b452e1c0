package dev.firedrill.environments.kubernetes.inprocess.kind;

import java.util.List;

/**
 * What a kind is called.
 *
 * @param kind such as {@code ConfigMap}
 * @param listKind such as {@code ConfigMapList}
 * @param plural the name in paths, such as {@code configmaps}
 * @param singular such as {@code configmap}
 * @param shortNames what people type, such as {@code cm}
 * @param categories groups of kinds that it belongs to
 */
public record ResourceNames(
        String kind,
        String listKind,
        String plural,
        String singular,
        List<String> shortNames,
        List<String> categories) {}
