/** Certificate authorities besides those that the machine trusts. */
@NullMarked
package dev.firedrill.recovery.tls;

import org.jspecify.annotations.NullMarked;
