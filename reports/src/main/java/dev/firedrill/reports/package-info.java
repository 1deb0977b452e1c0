/**
 * What a drill leaves behind: the journal, the result, the site, and the merging of shards. {@link
 * dev.firedrill.reports.Reports} is the entry. Depends on the model only; decides no verdicts.
 */
@NullMarked
package dev.firedrill.reports;

import org.jspecify.annotations.NullMarked;
