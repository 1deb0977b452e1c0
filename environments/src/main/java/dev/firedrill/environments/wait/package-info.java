/** The one place where the harness waits: named budgets, the last value seen, and an end as soon as waiting is in vain. */
@NullMarked
package dev.firedrill.environments.wait;

import org.jspecify.annotations.NullMarked;
