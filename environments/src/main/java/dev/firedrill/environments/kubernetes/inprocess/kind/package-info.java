/**
 * The kinds that the in-process Kubernetes API serves, built in or defined by its users, and the rules that each of them
 * has for its objects. Knows nothing of requests; reads the store only to learn which kinds users have defined.
 */
@NullMarked
package dev.firedrill.environments.kubernetes.inprocess.kind;

import org.jspecify.annotations.NullMarked;
