/** What is written down of the stores when a scenario failed: texts for people, read through each store's own front door. */
@NullMarked
package dev.firedrill.environments.evidence;

import org.jspecify.annotations.NullMarked;
