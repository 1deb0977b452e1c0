package dev.firedrill.recovery.sets.member.git;

/**
 * A repository of a git server.
 *
 * @param name how it is called in the set
 * @param url where it is; never with a login, which {@link GitLogin} has
 */
public record GitSource(String name, String url) {}
