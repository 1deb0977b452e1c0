/**
 * The decision: three states in, a plan of typed actions and expected losses out. Pure functions, no store, no clock.
 *
 * <p>This is the main package of {@code recovery/core}; the module in reading order, with what its users call:
 *
 * <pre>
 * model    Porch's words as records: Repository, Variant, RevisionName, Lifecycle, PackageContent, Metadata
 *            ClusterView, GitView, CachedRepository, CachedRevision   what each of the three stores holds
 *            RescueSet, RescuedRevision                               what was taken out of the package cache
 *
 * port     what the recovery asks of its stores; recovery/stores implements it
 *            Cluster          look() · report(object, status) · hold(object) · release(object) · onChange(wake)
 *            GitRepositories  look(Repository) · publish(…) · deleteTag(…) · syncDraft(…)
 *            PackageCache     repositories() · rows(namespace) · insert · update · rescue · delete · lockPass
 *            RescueSets       list() · show(set) · restore(set, names)
 *            failures: *Unavailable (the store cannot be used), *Refused (not this write), CacheConflict
 *
 * plan     Plan new RulesPlanner(threshold, pushesDrafts).plan(ObservedState)
 *            ObservedState: ClusterView, GitView by Repository, rows, rescued metadata, Consent
 *            Plan: actions(), losses(), notices(), pendingRemovals()
 *            Action.accept(ActionVisitor&lt;R&gt;)                         one method for each kind of action
 *            Consent(confirmedRemovals, windowClosed)                 what an operator agreed to
 *
 * journal  interface Journal { step(Step, subject) }                  each step right after it took effect
 *            FileJournal.open(Path, Clock) · new FailpointJournal(Journal, Failpoints)
 *
 * json     Json, Problem(message, hint)
 * </pre>
 */
@NullMarked
package dev.firedrill.recovery.plan;

import org.jspecify.annotations.NullMarked;
