/**
 * What a drill found, as plain records, and the file {@code result.json} that holds them. The records carry verdicts;
 * they decide none. Stands below the site and the merging of shards, and knows neither.
 */
@NullMarked
package dev.firedrill.reports.result;

import org.jspecify.annotations.NullMarked;
