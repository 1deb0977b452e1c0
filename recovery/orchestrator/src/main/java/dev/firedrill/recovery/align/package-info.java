/** One pass over the three stores: read, plan, apply; and the parts that it is composed of. */
@NullMarked
package dev.firedrill.recovery.align;

import org.jspecify.annotations.NullMarked;
