/**
 * The few words that the harness's parts share, as plain records and enums without behaviour of their own. Everything
 * may import this package; it imports nothing of Firedrill. The recovery does not use it: what is judged knows nothing
 * of the judge.
 */
@NullMarked
package dev.firedrill.model;

import org.jspecify.annotations.NullMarked;
