@NullMarked
package dev.firedrill.recovery.align;

import org.jspecify.annotations.NullMarked;
