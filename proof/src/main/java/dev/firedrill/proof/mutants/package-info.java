/**
 * Recoveries that are wrong on purpose, a file each by what they damage: {@code DecisionMistakes}, {@code FactMistakes} and
 * {@code CacheMistakes} (single columns and rows, definitions, tables of others), {@code RescueMistakes}, {@code GitMistakes},
 * {@code ClusterMistakes}, {@code AnswerMistakes} and {@code RequestMistakes} (the public API). Each replaces one part of the shipped recovery by one that makes a mistake which
 * people have made, and each must turn a drill red for its own reason: the proof that a drill can fail. Nothing here is
 * ever part of what operators run. Among them is every mistake of this kind that Porch's own code makes, or made:
 *
 * <ul>
 *   <li>a stale draft whose name git has published stops its repository for ever: wedge
 *   <li>metadata is emptied by reading git again: labels-wiped, labels-forgotten
 *   <li>a tag that was moved is taken as it is: moved-tag-accepted; a placeholder is not refreshed: stale-placeholders
 *   <li>rows of an absent Repository are listed or deleted: orphans-listed, orphans-deleted, drafts-swept
 *   <li>an empty git repository counts as unchanged, or empties the cache: empty-remote-unchanged, empties-on-empty-remote
 *   <li>contents are lost or torn: torn-writes, empty-packages
 *   <li>a Repository is ready before anything was read: success-without-work
 *   <li>a PackageVariant made anew owns nothing: owners-by-uid
 *   <li>a cache that was emptied is noticed after a restart only: cache-read-once
 *   <li>packages of one name in two places are taken for one: last-part-of-path
 *   <li>a revision's number is given twice: wrong-number
 * </ul>
 */
@NullMarked
package dev.firedrill.proof.mutants;

import org.jspecify.annotations.NullMarked;
