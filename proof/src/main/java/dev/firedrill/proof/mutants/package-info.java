/**
 * Recoveries that are wrong on purpose, a file each by what they damage: {@code DecisionMistakes}, {@code FactMistakes} and
 * {@code CacheMistakes} (single columns and rows, definitions, tables of others), {@code RescueMistakes}, {@code GitMistakes},
 * {@code ClusterMistakes}, {@code AnswerMistakes} and {@code RequestMistakes} (the public API). Each replaces one part of the shipped recovery by one that makes a mistake which
 * people have made, and each must turn a drill red for its own reason: the proof that a drill can fail. Nothing here is
 * ever part of what operators run. Among them is every known mistake of Porch, K1 to K26, that a recovery can make:
 *
 * <ul>
 *   <li>K1 wedge; K2 labels-wiped, labels-forgotten; K3 moved-tag-accepted; K4 stale-placeholders; K5 orphans-listed
 *   <li>K6, K22 orphans-deleted, drafts-swept; K8 empty-remote-unchanged; K9 empties-on-empty-remote
 *   <li>K11, K20 torn-writes, empty-packages; K13, K26 success-without-work; K14 owners-by-uid; K17 cache-read-once
 *   <li>K19 last-part-of-path; K21 wrong-number
 * </ul>
 *
 * <p>The others are not a recovery's to make: K7, K23, K24 and K25 happen in daily work, K12 needs drafts in git, K15 and
 * K16 another cache, K18 is what the cache's own triggers prevent, and no rule forbids K10.
 */
@NullMarked
package dev.firedrill.proof.mutants;

import org.jspecify.annotations.NullMarked;
