/**
 * One reconcile pass over the three stores: read, plan, apply; and the components that a recovery is composed of.
 *
 * <p>This is the main package of {@code recovery/orchestrator}; the module in reading order, with what its users call:
 *
 * <pre>
 * reconcile  RecoveryFactory new ShippedRecovery()                  connect(Settings) · connectToRead(Settings)
 *              RecoveryComponents: the three stores, planner, journal, clock, settings
 *            new Reconciler(RecoveryComponents)
 *              preview(Consent)                                     the plan; changes nothing
 *              pass(PassRequest)                                    one pass; PassResult has an outcome a Repository
 *            new StatusReports(Cluster).write(PassResult)           conditions, for a pass outside of the process
 *
 * engine     new PackageEngine(…)                                   what users may do with package revisions
 *              list · get · create · update · updateContent · approve · delete
 *              lockingCache() · lockingGit()                        for reconcile passes beside it
 *
 * variant    new VariantController(engine, cluster, journal).round(variants, World, rescueSet)
 *              VariantRules.decide(Variant, World)                  the pure decision for one PackageVariant
 *
 * api        ApiServer.start(address, engine, Pages, token, …)      Porch's public API over HTTP
 *
 * serve      Orchestrator.run(RecoveryComponents, ServeSettings, announce)   the process: passes, API, status pages
 * </pre>
 */
@NullMarked
package dev.firedrill.recovery.reconcile;

import org.jspecify.annotations.NullMarked;
