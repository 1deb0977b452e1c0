/** The decision: three states in, a plan of typed actions and expected losses out. Pure functions, no store, no clock. */
@NullMarked
package dev.firedrill.recovery.plan;

import org.jspecify.annotations.NullMarked;
