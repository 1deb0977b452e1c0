/**
 * The role of the system under test: what is recovered, and judged. Everything that a drill asks of it goes through
 * {@link dev.firedrill.environments.role.system.SystemUnderTest}; what not every system can do is an ability of its own.
 *
 * <pre>
 * SystemUnderTest    product, prepare, api, ability
 *   SystemLife       start, end, kill, alive
 *   SystemProcesses  pids, startedAt, standStill, goOn
 *   SystemReadiness  settle, look, said
 *
 * Journals           steps that it took, numbered
 * CrashPoints        dies or stops moving right after a step
 * Consents           asks before it removes much; is told that nothing more returns
 * Quarantines        says which repositories it keeps out of sight
 * Rescues            gives back what it took out of the package cache
 * Plans              says what it would do
 * WatchesOnly        looks at its stores only when something tells it to
 * ExplainsObstacles  says what is in its way, and what to do about it
 * PushesDrafts       pushes drafts and proposals to branches in git
 * </pre>
 */
@NullMarked
package dev.firedrill.environments.role.system;

import org.jspecify.annotations.NullMarked;
