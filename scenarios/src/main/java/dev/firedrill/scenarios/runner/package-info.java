/**
 * Running feature files: what is to run, the Cucumber run itself, what each scenario found, and the results on disk.
 * Knows Gherkin and verdicts, and nothing of stores.
 */
@NullMarked
package dev.firedrill.scenarios.runner;

import org.jspecify.annotations.NullMarked;
