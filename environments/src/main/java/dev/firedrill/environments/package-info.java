/**
 * The stores of a drill and the system under test, in the forms in which they can run.
 *
 * <p>In reading order:
 *
 * <ol>
 *   <li>{@code role}: what scenarios ask of a store, and the abilities that a form may have
 *   <li>{@code kubernetes}: the control plane; forms {@code inprocess}, {@code apiserver}, {@code k3s}, {@code existing}
 *   <li>{@code git}: the git server; forms {@code embedded}, {@code gitea}, {@code existing}
 *   <li>{@code postgres}: the package cache; forms {@code process}, {@code container}, {@code existing}, and {@code pitr},
 *       point-in-time recovery for the first two
 *   <li>{@code link}: the links between the orchestrator and its stores; {@code toxiproxy} is the embedded form
 *   <li>{@code system}: the orchestrator as a process
 *   <li>{@code process}: child processes, files and local ports, under a supervisor that outlives the harness
 *   <li>{@code docker}: containers, on one engine a run
 *   <li>{@code interlock} and {@code existing}: stores of somebody else, and what keeps a drill from the wrong ones
 *   <li>{@code evidence}: what stores held when a scenario failed; {@code wait}: the only place where anything waits;
 *       {@code http}: a connector that ends connections at once
 * </ol>
 *
 * <p>The module {@code conformance} holds every form of a role to the same suites.
 */
@NullMarked
package dev.firedrill.environments;

import org.jspecify.annotations.NullMarked;
