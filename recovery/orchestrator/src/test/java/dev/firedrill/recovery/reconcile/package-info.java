@NullMarked
package dev.firedrill.recovery.reconcile;

import org.jspecify.annotations.NullMarked;
