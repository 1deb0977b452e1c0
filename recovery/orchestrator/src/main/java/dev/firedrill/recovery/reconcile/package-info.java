/** One pass over the three stores: read, plan, apply; and the components that it is composed of. */
@NullMarked
package dev.firedrill.recovery.reconcile;

import org.jspecify.annotations.NullMarked;
